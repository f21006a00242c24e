// SPDX-License-Identifier: MIT
// What is asked of every partial state.
#pragma once

#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace fealty::health::test {

/// Rows at random in one to eight parts, of which some are empty.
template <class Row>
std::vector<std::vector<Row>> random_parts(const std::vector<Row>& rows, fealty::detail::SplitMix64& random) {
  std::vector<std::vector<Row>> parts(1 + random.next() % 8);
  for (const Row& row : rows) parts[random.next() % parts.size()].push_back(row);
  return parts;
}

/// A state of each part, two of which become one until there is one; some travel as bytes.
template <class State, class Row, class Batch>
State merged_in_any_order(const std::vector<std::vector<Row>>& parts, fealty::detail::SplitMix64& random,
                          const State& empty, const Batch& batch) {
  std::vector<State> states;
  for (const auto& part : parts) {
    states.push_back(empty);
    states.back().update(batch(part));
  }
  while (states.size() > 1) {
    const std::size_t from = random.next() % states.size();
    const State other = states[from];
    states.erase(states.begin() + static_cast<std::ptrdiff_t>(from));
    State& to = states[random.next() % states.size()];
    to.merge(random.next() % 2 == 0 ? other : State::deserialize(other.serialize()));
  }
  return states.front();
}

/// Bytes that are cut short, go on, are of another version or have a changed byte are refused, or are a
/// state.
template <class State>
void check_bad_bytes(const State& state) {
  const std::vector<std::uint8_t> bytes = state.serialize();
  CHECK(State::deserialize(bytes).serialize() == bytes);
  for (std::size_t length = 0; length < bytes.size(); ++length)
    CHECK_THROWS_AS(State::deserialize({bytes.data(), length}), InvalidInput);
  auto longer = bytes;
  longer.push_back(0);
  CHECK_THROWS_WITH_AS(State::deserialize(longer), doctest::Contains("has 1 bytes too many"), InvalidInput);
  auto newer = bytes;
  newer[8 + bytes[0]] = 2;  // after the length and the letters of the name
  CHECK_THROWS_WITH_AS(State::deserialize(newer),
                       doctest::Contains("has version 2; this library reads up to version 1"), InvalidInput);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (const int flip : {1, 0x80, 0xff, 0x7f}) {
      auto changed = bytes;
      changed[i] = static_cast<std::uint8_t>(changed[i] ^ flip);
      try {
        State once = State::deserialize(changed);
        CHECK(State::deserialize(once.serialize()).serialize() == once.serialize());
        once.merge(State(once));
      } catch (const InvalidInput&) {
        continue;  // refused, as it may be
      }
    }
}

/// The columns of a result, with every bit of their numbers.
template <class Result>
std::vector<std::string> columns_of(const Result& result) {
  std::vector<std::string> columns;
  Result::each_column(result, [&](const char* name, const auto& column) {
    std::string text = name;
    if constexpr (std::is_same_v<std::decay_t<decltype(column)>, IdColumn>)
      for (std::size_t i = 0; i < column.size(); ++i)
        text += " " + (column.codes()[i] == no_id ? "null" : column.text(i));
    else
      for (const auto& value : column) text += fmt::format(" {:a}", static_cast<double>(value));
    columns.push_back(text);
  });
  return columns;
}

}  // namespace fealty::health::test
