// SPDX-License-Identifier: GPL-3.0-or-later
// What we may assume of the terminal behind a file descriptor.
#pragma once

#include <string_view>

namespace onrecord {

enum class ColorMode { automatic, always, never };

bool is_terminal(int file_descriptor);

/// --color first; then NO_COLOR and CLICOLOR_FORCE (no-color.org, bixense.com/clicolors); else
/// colours on a terminal that is not "dumb".
bool wants_color(ColorMode mode, int file_descriptor);

/// Columns of the terminal, by COLUMNS if set; 80 where nothing is known.
int terminal_width(int file_descriptor);

/// Columns that valid UTF-8 takes on a terminal: wide characters two, combining ones none.
int display_width(std::string_view text);

}  // namespace onrecord
