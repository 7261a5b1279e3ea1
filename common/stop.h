// SPDX-License-Identifier: GPL-3.0-or-later
// A polite end on SIGINT (Ctrl-C) and SIGTERM: loops ask, finish what they have begun, and return.
#pragma once

#include <optional>

#include "common/exit_status.h"

namespace onrecord {

/// From now on the first SIGINT or SIGTERM is only noted; a second one ends the program at once.
void catch_stop_signals();

/// Has one arrived? Cheap, callable from any thread.
bool stop_requested();

/// The exit status that the signal asks for; nothing if none arrived.
std::optional<ExitStatus> stop_status();

}  // namespace onrecord
