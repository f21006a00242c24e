// SPDX-License-Identifier: MIT
#include <fealty/health/logistic_task.hpp>

#include <fealty/health/logistic_rounds.hpp>

#include <cstdint>
#include <vector>

#include "logistic_data.hpp"

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)

TEST_SUITE("health/logistic_task") {
  TEST_CASE("tasks of all rounds come back from bytes") {
    auto columns = logistic_data::snapshots();
    columns.account = logistic_data::snapshot_accounts();
    const Examples examples(columns);
    LogisticRounds rounds({.features = {"usage", "plan"}});
    std::vector<LogisticRound> seen;
    while (!rounds.done()) {
      const LogisticTask task = rounds.task();
      seen.push_back(task.round());
      CHECK(task.number() == static_cast<std::int64_t>(seen.size()));
      CHECK(LogisticTask::deserialize(task.serialize()).serialize() == task.serialize());
      LogisticPartial all(task);
      all.update(examples);
      rounds.advance(all);
    }
    CHECK(seen.front() == LogisticRound::survey);
    CHECK(seen[1] == LogisticRound::sums);
    CHECK(seen.back() == LogisticRound::influence);
  }
  TEST_CASE("bytes that are cut short or changed are refused, or are a task") {
    LogisticRounds rounds({.features = {"usage", "plan"}});
    LogisticPartial all(rounds.task());
    all.update(Examples(logistic_data::snapshots()));
    rounds.advance(all);
    const auto bytes = rounds.task().serialize();
    for (std::size_t length = 0; length < bytes.size(); ++length)
      CHECK_THROWS_AS(LogisticTask::deserialize({bytes.data(), length}), InvalidInput);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      auto changed = bytes;
      changed[i] ^= 0xffU;
      try {
        LogisticPartial state(LogisticTask::deserialize(changed));
        state.update(Examples(logistic_data::snapshots()));
      } catch (const InvalidInput&) {
      }
    }
  }
}
