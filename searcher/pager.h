// SPDX-License-Identifier: GPL-3.0-or-later
// Long output on a terminal goes through a pager, as with git and man.
#pragma once

#include <sys/types.h>

namespace onrecord {

/// While it lives, standard output runs into a pager: $ONRECORD_PAGER, else $PAGER, else
/// "less -FRX". Waits for the pager at the end.
class Pager {
 public:
  /// Starts nothing if `wanted` is false or a pager cannot be started.
  explicit Pager(bool wanted);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  pid_t process_ = -1;
};

}  // namespace onrecord
