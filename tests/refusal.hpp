// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>

#include <string>

namespace fealty::test {

/// What is refused, as text; by another kind of error the test fails.
template <class Kind = InvalidInput, class F>
std::string refusal(F f) {
  try {
    f();
    return "nothing";
  } catch (const Kind& error) {
    return error.what();
  }
}

}  // namespace fealty::test
