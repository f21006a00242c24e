// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>

#include <string>

namespace fealty::test {

/// What is refused, as text.
template <class F>
std::string refusal(F f) {
  try {
    f();
    return "nothing";
  } catch (const InvalidInput& error) {
    return error.what();
  }
}

}  // namespace fealty::test
