// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

namespace fealty::health::detail {

/// Names of columns, each once: measures bear any name, also that of another column.
class FreeNames {
 public:
  /// The name, with underscores behind it where it is taken; as long as this object lives.
  const char* take(std::string name) {
    while (taken_.contains(name)) name += "_";
    return taken_.insert(std::move(name)).first->c_str();
  }

 private:
  std::set<std::string> taken_;
};

}  // namespace fealty::health::detail
