// SPDX-License-Identifier: GPL-3.0-or-later
// The exit statuses of both programs; docs/cli.md lists them for users.
#pragma once

namespace onrecord {

enum class ExitStatus : int {
  done = 0,           ///< All went well; a search found something.
  nothing_found = 1,  ///< A search found nothing.
  wrong_use = 2,      ///< Option, query or format version not understood.
  incomplete = 3,     ///< Done, but records were skipped or a time limit cut the results.
  error = 4,          ///< Stopped by an error; what was committed stays.
  interrupted = 130,  ///< SIGINT, after a clean commit.
  terminated = 143,   ///< SIGTERM, after a clean commit.
};

}  // namespace onrecord
