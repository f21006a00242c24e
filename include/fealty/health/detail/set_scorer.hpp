// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/match_codes.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/make_measures_on.hpp>
#include <fealty/health/detail/make_scores.hpp>
#include <fealty/health/detail/observation_sweep.hpp>
#include <fealty/health/detail/score_findings.hpp>
#include <fealty/health/detail/selection_rules.hpp>
#include <fealty/health/scorecard_set.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Some rows of a table of measures.
inline MeasureData some_rows(MeasureData data, const std::vector<std::size_t>& rows) {
  if (rows.size() == data.size()) return data;
  const auto take = [&rows](const auto& from) {
    std::vector<std::remove_cvref_t<decltype(from[0])>> taken;
    taken.reserve(rows.size());
    for (const std::size_t row : rows) taken.push_back(from[row]);
    return taken;
  };
  data.account = IdColumn(take(data.account.codes()), data.account.ids());
  for (MeasureSeries& each : data.series) {
    each.values = take(each.values);
    if (each.ages.present()) each.ages = take(each.ages);
    if (each.reasons.present()) each.reasons = IdColumn(take(each.reasons.codes()), each.reasons.ids());
  }
  for (BaselineSeries& each : data.baselines) each.values = take(each.values);
  return data;
}

/// Scores accounts on days by the cards of a set: those rows that have a card, one card after the other.
class SetScorer {
 public:
  SetScorer(const char* who, const ScorecardSet& scorecards, const Observations& observations,
            const revenue::Accounts& accounts, std::vector<std::int32_t> days, std::int32_t threads)
      : scorecards_(scorecards), observations_(observations.data()), days_(std::move(days)),
        ids_(all_accounts(who, observations_, accounts)), rules_(who, scorecards, accounts),
        known_as_(fealty::detail::match_codes(*accounts.ids(), *ids_)) {
    run_.threads = thread_count(who, threads);
    const std::vector<Scorecard>& cards = scorecards.scorecards();
    for (std::size_t i = 0; i < cards.size(); ++i) {
      card_of_.push_back(i);
      for (std::size_t j = i; j-- > 0;)
        if (cards[j].fingerprint() == cards[i].fingerprint()) card_of_.back() = j;
      for (const Band& each : cards[i].config().bands) band_ids_.encode(each.name);
    }
    band_ids_.encode("unknown");
  }

  /// The accounts of the observations, and after them those that are only in the table of accounts.
  const std::shared_ptr<const Ids>& ids() const { return ids_; }
  const std::vector<std::int32_t>& days() const { return days_; }

  /// Adds rows of an account.
  ///
  /// \param first  the first of the days that it has a row of
  void add(std::uint32_t account, std::size_t first) {
    accounts_.push_back({account, first, rule_.size()});
    for (std::size_t day = first; day < days_.size(); ++day)
      rule_.push_back(rules_.of(known_as_[account], Date{days_[day]}));
  }
  /// Scores all rows that were added.
  ///
  /// \param look_closely  whether findings tell of rows as well; of one day
  template <class Result>
  void score(Result& out, bool look_closely) {
    const std::size_t rows = rule_.size();
    for (auto* column : {&out.score, &out.coverage, &out.oldest_days}) column->assign(rows, no_points);
    bands_.assign(rows, no_id);
    for (std::size_t card = 0; card < card_of_.size(); ++card)
      if (card_of_[card] == card) score_card(card, out, look_closely);
    std::vector<std::uint32_t> codes;
    for (const Account& each : accounts_) codes.insert(codes.end(), days_.size() - each.first, each.code);
    out.account = IdColumn(std::move(codes), ids_);
    out.band = IdColumn(std::move(bands_), std::make_shared<const Ids>(std::move(band_ids_)));
    out.rule = std::move(rule_);
    name_cards(scorecards_, out);
  }

 private:
  static constexpr std::size_t most_rows = 32'768;  // of a table that is scored at once

  struct Account {
    std::uint32_t code;
    std::size_t first, begin;  // of its days, and its first row
  };
  /// What is scored at once: accounts with all their days, and of these rows those that have the card.
  struct Batch {
    std::vector<std::uint32_t> accounts;
    std::vector<std::size_t> first, rows, to;  // rows of the batch, and where in the result they are
    std::size_t size = 0;
  };

  template <class Result>
  void score_card(std::size_t card, Result& out, bool look_closely) {
    const ScorecardConfig& config = scorecards_.scorecards()[card].config();
    const ScorePlan plan(config);
    ObservationSweep sweep(observations_, read_measures(config), read_baselines(config), days_);
    Batch batch;
    bool used = false;
    const auto flush = [&] {
      if (batch.rows.empty()) return;
      score_batch(plan, sweep, batch, out, look_closely);
      used = true;
      batch = {};
    };
    for (const Account& each : accounts_) {
      collect(each, card, batch);
      if (batch.size >= most_rows && !look_closely) flush();
    }
    flush();
    if (!used || look_closely) return;
    std::vector<std::string> never;
    for (const Measure& each : config.measures)
      if (!sweep.occurs(each.id)) never.push_back(each.id);
    std::vector<Finding> findings;
    note_unobserved(never, findings);
    tell(config, std::move(findings), {}, out);
  }
  void collect(const Account& account, std::size_t card, Batch& batch) const {
    const std::size_t days = days_.size() - account.first, before = batch.rows.size();
    for (std::size_t day = 0; day < days; ++day) {
      const std::int32_t rule = rule_[account.begin + day];
      if (rule < 0 || card_of_[static_cast<std::size_t>(rule)] != card) continue;
      batch.rows.push_back(batch.size + day);
      batch.to.push_back(account.begin + day);
    }
    if (batch.rows.size() == before) return;
    batch.accounts.push_back(account.code);
    batch.first.push_back(account.first);
    batch.size += days;
  }
  template <class Result>
  void score_batch(const ScorePlan& plan, ObservationSweep& sweep, const Batch& batch, Result& out,
                   bool look_closely) {
    const MeasureData data = some_rows(sweep.fill(batch.accounts, batch.first, ids_), batch.rows);
    Scores scores = score_rows(plan, data, run_, nullptr);
    std::vector<std::uint32_t> bands;  // of the card, as those of all cards
    for (std::uint32_t code = 0; code < scores.band.ids()->size(); ++code)
      bands.push_back(band_ids_.encode(scores.band.ids()->view(code)));
    for (std::size_t i = 0; i < batch.to.size(); ++i) {
      const std::size_t row = batch.to[i];
      out.score[row] = scores.score[i];
      out.coverage[row] = scores.coverage[i];
      out.oldest_days[row] = scores.oldest_days[i];
      bands_[row] = bands[scores.band.codes()[i]];
    }
    if (!look_closely) return;
    find_in_scores(plan, data, scores);
    tell(plan.card(), std::move(scores.findings), batch.to, out);
  }
  /// Findings of a card, in rows of the result.
  static void tell(const ScorecardConfig& card, std::vector<Finding> findings,
                   const std::vector<std::size_t>& to, auto& out) {
    for (Finding& each : findings) {
      for (std::int64_t& row : each.rows) row = static_cast<std::int64_t>(to[static_cast<std::size_t>(row)]);
      each.message =
          fmt::format("{}{}{}: {}", card.id, card.version.empty() ? "" : " ", card.version, each.message);
      out.findings.push_back(std::move(each));
    }
  }

  const ScorecardSet& scorecards_;
  const ObservationData& observations_;
  std::vector<std::int32_t> days_;
  std::shared_ptr<const Ids> ids_;
  SelectionRules rules_;
  std::vector<std::uint32_t> known_as_;  // of each code of ids_ that of the table of accounts
  ScoreRun run_;
  std::vector<std::size_t> card_of_;  // of each rule; that of the first with the same card
  std::vector<Account> accounts_;
  std::vector<std::int32_t> rule_;  // of each row
  std::vector<std::uint32_t> bands_;
  Ids band_ids_;
};

}  // namespace fealty::health::detail
