// SPDX-License-Identifier: MIT
#include <fealty/core/partial_state.hpp>

#include <cstdint>
#include <span>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

namespace {

using Bytes = std::vector<std::uint8_t>;
using Batch = std::vector<int>;

struct Sum {
  void update(const Batch&) {}
  void merge(const Sum&) {}
  Bytes serialize() const { return {}; }
  static Sum deserialize(std::span<const std::uint8_t>) { return {}; }
};
struct NoUpdate : Sum {
  void update(const Batch&) = delete;
  static NoUpdate deserialize(std::span<const std::uint8_t>) { return {}; }
};
struct ChangesItsBatch : Sum {
  void update(Batch&) {}
  static ChangesItsBatch deserialize(std::span<const std::uint8_t>) { return {}; }
};
struct ChangesTheOther : Sum {
  void merge(ChangesTheOther&) {}
  static ChangesTheOther deserialize(std::span<const std::uint8_t>) { return {}; }
};
struct SerializesOnce : Sum {
  Bytes serialize() { return {}; }
  static SerializesOnce deserialize(std::span<const std::uint8_t>) { return {}; }
};
struct OtherBytes : Sum {
  std::vector<char> serialize() const { return {}; }
  static OtherBytes deserialize(std::span<const std::uint8_t>) { return {}; }
};
struct BringsBackItsBase : Sum {};
struct NotFromNothing : Sum {
  explicit NotFromNothing(int) {}
  static NotFromNothing deserialize(std::span<const std::uint8_t>) { return NotFromNothing(1); }
};
struct NotCopied : Sum {
  NotCopied() = default;
  NotCopied(NotCopied&&) = default;
  NotCopied& operator=(NotCopied&&) = default;
  static NotCopied deserialize(std::span<const std::uint8_t>) { return {}; }
};

}  // namespace

TEST_SUITE("core/partial_state") {
  TEST_CASE("the concept takes what updates, merges and travels, and nothing that lacks a part of it") {
    CHECK(PartialState<Sum, Batch>);
    CHECK_FALSE(PartialState<Sum, int>);
    CHECK_FALSE(PartialState<int, Batch>);
    CHECK_FALSE(PartialState<NoUpdate, Batch>);
    CHECK_FALSE(PartialState<ChangesItsBatch, Batch>);
    CHECK_FALSE(PartialState<ChangesTheOther, Batch>);
    CHECK_FALSE(PartialState<SerializesOnce, Batch>);
    CHECK_FALSE(PartialState<OtherBytes, Batch>);
    CHECK_FALSE(PartialState<BringsBackItsBase, Batch>);
    CHECK_FALSE(PartialState<NotFromNothing, Batch>);
    CHECK_FALSE(PartialState<NotCopied, Batch>);
  }
}
