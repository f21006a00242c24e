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

/// The columns of scores. A thread that is alone makes each block's part just before it is written: what a
/// vector puts into new values is then overwritten in the nearest cache.
struct ScoreColumns {
  explicit ScoreColumns(Scores& scores) : of(scores) {}
  void reserve(std::size_t rows) {
    each([&](auto& column) { fealty::detail::reserve_big(column, rows); });
  }
  void resize(std::size_t rows) {
    each([&](auto& column) { column.resize(rows); });
  }
  void each(const auto& task) {
    task(of.score);
    task(of.coverage);
    task(of.oldest_days);
    task(of.score_micro);
    task(bands);
  }
  Scores& of;
  std::vector<std::uint32_t> bands = {};
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
  Scores out;
  out.account = data.account;
  out.as_of = data.as_of;
  ScoreColumns columns(out);
  columns.reserve(n);
  const bool alone = run.threads <= 1;
  if (!alone) columns.resize(n);
  ScoreOutput output{out.score.data(),
                     out.coverage.data(),
                     out.oldest_days.data(),
                     columns.bands.data(),
                     out.score_micro.data(),
                     {},
                     false,
                     nullptr,
                     nullptr,
                     nullptr,
                     nullptr,
                     nullptr};
  if (room != nullptr) room->give(output);
  constexpr std::size_t blocks = 64, chunk_rows = blocks * block_rows;
  std::vector<std::unique_ptr<ScoreScratch>> scratch(std::max<std::size_t>(1, run.threads));
  for_each_chunk((n + chunk_rows - 1) / chunk_rows, run.threads, [&](std::size_t chunk, std::size_t slot) {
    if (!scratch[slot]) scratch[slot] = std::make_unique<ScoreScratch>(plan.nodes().size());
    const std::size_t end = std::min(n, (chunk + 1) * chunk_rows);
    for (std::size_t begin = chunk * chunk_rows, rows = 0; begin < end; begin += rows) {
      rows = block_size(end - begin);
      if (alone) columns.resize(begin + rows);
      engine.run(begin, rows, *scratch[slot], output);
    }
    if (output.streamed) end_streams();
  });
  out.band = IdColumn(std::move(columns.bands), band_ids(plan.card()));
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
