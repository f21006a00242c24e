// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/make_measures_on.hpp>
#include <fealty/health/detail/score_engine.hpp>
#include <fealty/health/detail/score_findings.hpp>
#include <fealty/health/detail/score_lines.hpp>
#include <fealty/health/detail/score_plan.hpp>
#include <fealty/health/scores.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// How a table is scored.
struct ScoreRun {
  bool strict = true;  // whether a measure that must not be missing fails
  std::size_t threads = 1;
  SimdLevel level = best_simd_level();
};

/// The columns of scores, in memory that is large at once and used again.
template <class T>
struct ScoreRoom {
  explicit ScoreRoom(std::size_t rows) : memory(fealty::detail::big_array<T>(rows)), size(rows) {}
  T* data() const { return memory.get(); }
  Column<T> column() const { return {std::span<const T>(memory.get(), size), nullptr, 0, memory}; }

  std::shared_ptr<T[]> memory;
  std::size_t size;
};

/// The names of a card's bands, and after them that of no band.
inline std::shared_ptr<const Ids> band_ids(const ScorecardConfig& card) {
  auto ids = std::make_shared<Ids>();
  for (const Band& each : card.bands) ids->encode(each.name);
  ids->encode("unknown");
  return ids;
}

/// Whole tiles, as long as there are any.
inline std::size_t block_size(std::size_t rows) {
  return rows < tile_rows ? rows : std::min(block_rows, rows / tile_rows * tile_rows);
}

/// Scores all rows; writes their lines too where there is room for them.
inline Scores score_rows(const ScorePlan& plan, const MeasureData& data, const ScoreRun& run,
                         ScoreLineRoom* room) {
  const std::size_t n = data.size();
  const ScoreEngine engine(plan, data, run.strict, run.level);
  const ScoreRoom<double> score(n), coverage(n), oldest(n);
  const ScoreRoom<std::int64_t> micro_points(n);
  const ScoreRoom<std::uint32_t> bands(n);
  ScoreOutput output{score.data(), coverage.data(), oldest.data(), bands.data(), micro_points.data(),
                     {},           false,           nullptr,       nullptr,      nullptr,
                     nullptr,      nullptr};
  if (room != nullptr) room->give(output);
  constexpr std::size_t bytes = 4 * sizeof(double) + sizeof(std::uint32_t);  // of a row without its lines
  output.streamed = n * (bytes + output.lines.size() * sizeof(std::int32_t)) > large_output;
  constexpr std::size_t blocks = 64, chunk_rows = blocks * block_rows;
  std::vector<std::unique_ptr<ScoreScratch>> scratch(std::max<std::size_t>(1, run.threads));
  for_each_chunk((n + chunk_rows - 1) / chunk_rows, run.threads, [&](std::size_t chunk, std::size_t slot) {
    if (!scratch[slot]) scratch[slot] = std::make_unique<ScoreScratch>(plan.nodes().size());
    const std::size_t end = std::min(n, (chunk + 1) * chunk_rows);
    for (std::size_t begin = chunk * chunk_rows, rows = 0; begin < end; begin += rows) {
      rows = block_size(end - begin);
      engine.run(begin, rows, *scratch[slot], output);
    }
    if (output.streamed) end_streams();
  });
  Scores out{.account = data.account,
             .score = score.column(),
             .band = IdColumn(bands.column(), band_ids(plan.card())),
             .coverage = coverage.column(),
             .oldest_days = oldest.column(),
             .score_micro = micro_points.column()};
  out.as_of = data.as_of;
  return out;
}

/// Scores a table by a card.
inline Scores make_scores(const Scorecard& card, const std::shared_ptr<const MeasureData>& measures,
                          const ScoreOptions& options) {
  const ScorePlan plan(card.config());
  ScoreRun run;
  run.threads = thread_count("score", options.threads);
  std::optional<ScoreLineRoom> room;
  if (options.with_contributions) room.emplace(plan, measures->size());
  Scores out = score_rows(plan, *measures, run, room ? &*room : nullptr);
  find_in_scores(plan, *measures, out);
  out.source = std::make_shared<const ScoreSource>(
      ScoreSource{card, measures, room ? std::make_shared<const ScoreLines>(room->take()) : nullptr});
  return out;
}

/// The measures that a card reads: scored ones, inputs, and flags.
inline std::vector<std::string> read_measures(const ScorecardConfig& card) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const Measure& each : card.measures) add(each.id);
  for (const std::string& each : card.inputs) add(each);
  for (const ScoreException& each : card.exceptions) add(each.when);
  return names;
}
inline std::vector<ObservationSweep::Baseline> read_baselines(const ScorecardConfig& card) {
  std::vector<ObservationSweep::Baseline> baselines;
  for (const Measure& each : card.measures)
    if (each.transform.baseline_days) baselines.push_back({each.id, *each.transform.baseline_days});
  return baselines;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Scores score(const Scorecard& card, const MeasureTable& measures, const ScoreOptions& options) {
  const auto refuse = [](const char* what) {
    throw InvalidInput({.who = "score",
                        .what = what,
                        .where = {},
                        .value = "",
                        .rule = "is of observations; a table of measures has its own"});
  };
  if (options.as_of) refuse("as_of");
  if (options.accounts) refuse("accounts");
  return detail::make_scores(card, measures.data(), options);
}

inline Scores score(const Scorecard& card, const Observations& observations, const ScoreOptions& options) {
  const ScorecardConfig& config = card.config();
  Scores out = detail::make_scores(card,
                                   std::make_shared<const detail::MeasureData>(detail::measures_of_day(
                                       "score", observations, options.as_of, detail::read_measures(config),
                                       detail::read_baselines(config), options.accounts)),
                                   options);
  out.as_of_inferred = !options.as_of;
  return out;
}

}  // namespace fealty::health
