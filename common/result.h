// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: how a function says that its input, not the program, was at fault.
//
// What input may cause (a bad record, an unknown charset, a query that cannot be read) is a return
// value. What ends a run (disk full, damaged index) is an exception. What is our own mistake is an
// assertion. See docs/architecture.md, "Errors".
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace onrecord {

/// Why an input was refused, in a form fit for the user: no full stop, no program jargon.
struct Error {
  std::string message;  ///< "gzip stream ends early"
};

/// A value or the reason why there is none. An alias, so that std::expected can take its place.
template <typename T>
using Result = tl::expected<T, Error>;

/// `return fail("...")` in a function that returns a Result.
inline tl::unexpected<Error> fail(std::string message) {
  return tl::unexpected<Error>(Error{std::move(message)});
}

}  // namespace onrecord
