// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <vector>

namespace fealty {

/// What threads, a service's event loop, a SQL aggregate and Spark's partitions share: a state that
/// takes batches, adds another state, and travels as versioned bytes.
///
/// `merge` is associative and commutative in every number that is finished from the state, and a
/// round trip through bytes changes none.
template <class State, class Batch>
concept PartialState = std::default_initializable<State> && std::copyable<State> &&
    requires(State& state, const State& other, const Batch& batch, std::span<const std::uint8_t> bytes) {
  state.update(batch);
  state.merge(other);
  { other.serialize() } -> std::same_as<std::vector<std::uint8_t>>;
  { State::deserialize(bytes) } -> std::same_as<State>;
};

}  // namespace fealty
