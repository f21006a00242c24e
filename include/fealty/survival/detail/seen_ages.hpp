// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>

#include <cmath>
#include <cstdint>
#include <string>

namespace fealty::survival::detail {

/// How a life was seen to end.
enum class Seen {
  alive,   ///< not: it was last seen at its age
  ended,   ///< at its age
  between  ///< at an age above the one and up to the other
};
struct LifeAges {
  double entry = 0;  // 0 from the beginning
  double age = 0;
  double upper = 0;  // of a life that ended between ages
  Seen seen = Seen::alive;
};

/// Reads the age by which a life has ended; NaN where it is not told.
///
/// \param name  of the attribute
/// \throws InvalidInput  for an age that is not above that at which it was last seen
inline void read_upper(const char* who, LifeAges& life, double upper, std::uint32_t row,
                       const std::string& name) {
  if (std::isnan(upper) || upper == HUGE_VAL || (upper == life.age && life.seen == Seen::ended)) return;
  if (!(upper > life.age))
    throw InvalidInput({.who = who,
                        .what = name,
                        .where = row,
                        .value = fmt::format("{}", upper),
                        .rule = fmt::format("is not above {}, at which it was last seen", life.age)});
  life.upper = upper;
  life.seen = Seen::between;
}

}  // namespace fealty::survival::detail
