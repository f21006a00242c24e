// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/select_rows.hpp>
#include <fealty/health/churn_by_band.hpp>
#include <fealty/health/csi.hpp>
#include <fealty/health/detail/band_column.hpp>
#include <fealty/health/detail/make_lead_time.hpp>
#include <fealty/health/detail/proof_figures.hpp>
#include <fealty/health/detail/proof_rows.hpp>
#include <fealty/health/outcomes.hpp>
#include <fealty/health/proof.hpp>
#include <fealty/health/psi.hpp>
#include <fealty/health/snapshots.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// Bands by their mean scores, the worst first; those without a score are left out.
inline std::vector<std::string> order_by_score(const IdColumn& band, const Column<double>& score,
                                               bool higher_is_healthier) {
  std::vector<double> sum(band.ids()->size()), rows(band.ids()->size());
  for (std::size_t row = 0; row < band.size(); ++row) {
    if (band.codes()[row] == no_id || std::isnan(score[row])) continue;
    sum[band.codes()[row]] += score[row];
    ++rows[band.codes()[row]];
  }
  std::vector<std::tuple<double, std::uint32_t, std::string>> means;
  const std::vector<std::uint32_t> rank = band.ids()->ranks();
  for (std::uint32_t code = 0; code < sum.size(); ++code)
    if (rows[code] > 0)
      means.emplace_back((higher_is_healthier ? 1 : -1) * sum[code] / rows[code], rank[code],
                         band.ids()->text(code));
  std::sort(means.begin(), means.end());
  std::vector<std::string> order;
  for (const auto& each : means) order.push_back(std::get<2>(each));
  return order;
}

/// What bands say: outcomes in each, and how long beforehand they warned.
class ProofBands {
 public:
  ProofBands(const Snapshots& snapshots, const Outcomes& outcomes, const ProofRows& rows,
             const Column<double>& score, const ProveOptions& options, Proof& proof)
      : snapshots_(snapshots), outcomes_(outcomes), rows_(rows), options_(options), proof_(proof) {
    const Frame& attributes = snapshots.data().attributes;
    if (!options.band && attributes.find("band") == nullptr) {
      if (!options.order.empty())
        band_column("prove", attributes, "band", "snapshots");  // there is none: say so
      return;
    }
    name_ = options.band.value_or("band");
    const IdColumn band = band_column("prove", attributes, name_, "snapshots");
    order_ = options.order;
    if (order_.empty()) {
      order_ = order_by_score(band, score, options.polarity == Polarity::higher_is_healthier);
      if (order_.size() < 2) {
        say(proof, "one_band", Severity::warning,
            fmt::format("{} has {} bands with a score; there is nothing to compare", name_, order_.size()));
        return;
      }
      say(proof, "bands_inferred", Severity::information,
          fmt::format("no order of bands was given; by mean score, the worst first, it is {}",
                      fmt::join(order_, ", ")));
    }
    check_band_order("prove", order_, 2);
    count(band);
    if (options.outcome_is_loss) warn();
  }

 private:
  void count(const IdColumn& band) {
    std::vector<std::uint32_t> place(band.ids()->size(), no_id);
    for (std::uint32_t code = 0; code < place.size(); ++code) {
      const auto at = std::find(order_.begin(), order_.end(), band.ids()->text(code));
      if (at != order_.end()) place[code] = static_cast<std::uint32_t>(at - order_.begin());
    }
    auto ids = std::make_shared<Ids>();
    for (const std::string& each : order_) ids->encode(std::string_view(each));
    std::vector<std::uint32_t> codes;
    for (const std::uint32_t i : rows_.place)
      codes.push_back(band.codes()[i] == no_id ? no_id : place[band.codes()[i]]);
    proof_.bands = churn_by_band(rows_.examples("band", IdColumn(std::move(codes), std::move(ids))),
                                 {.order = order_,
                                  .worse_predicts_outcome = options_.outcome_is_loss,
                                  .confidence = options_.confidence});
    take_over(proof_, "churn_by_band", proof_.bands.findings);
    const ChurnByBand& found = proof_.bands;
    for (std::size_t i = 0; i < order_.size(); ++i)
      put(proof_, {ProofFigure::band_outcome_rate, order_[i], found.rate[i], found.lower[i], found.upper[i],
                   no_figure, fmt::format("{} of {} rows", found.outcomes[i], found.examples[i])});
    put(proof_, {ProofFigure::band_trend, name_, found.trend, no_figure, no_figure, found.p_value,
                 found.monotone ? "rates never go the wrong way" : "rates go the wrong way somewhere"});
  }
  void warn() {
    proof_.lead_time = LeadTimeMaker("prove", snapshots_, outcomes_,
                                     {.order = order_,
                                      .band = name_,
                                      .days_before = options_.days_before,
                                      .recurrent = options_.recurrent,
                                      .kind = options_.kind,
                                      .confidence = options_.confidence})
                           .take();
    const LeadTime& found = proof_.lead_time;
    const std::string of = fmt::format("{}", options_.days_before);
    const std::string counted =
        fmt::format("of {} outcomes with a band so long before", found.with_band_before);
    put(proof_, {ProofFigure::not_best_before, of, found.not_best_share, found.not_best_lower,
                 found.not_best_upper, no_figure, counted});
    put(proof_, {ProofFigure::watermelon_share, of, 1 - found.not_best_share, 1 - found.not_best_upper,
                 1 - found.not_best_lower, no_figure, counted});
    put(proof_, {ProofFigure::median_worst_days, order_.front(), found.median_worst_days,
                 found.median_worst_lower, found.median_worst_upper, no_figure,
                 fmt::format("{} of {} outcomes", found.in_worst, found.outcomes)});
    put(proof_, {ProofFigure::median_warned_days, order_.back(), found.median_warned_days,
                 found.median_warned_lower, found.median_warned_upper, no_figure,
                 fmt::format("{} of {} outcomes", found.warned, found.outcomes)});
    take_over(proof_, "lead_time", found.findings, true);
  }

  const Snapshots& snapshots_;
  const Outcomes& outcomes_;
  const ProofRows& rows_;
  const ProveOptions& options_;
  Proof& proof_;
  std::string name_;
  std::vector<std::string> order_;
};

/// How far the score and its features moved from the first half of the snapshots to the last.
class ProofDrift {
 public:
  ProofDrift(const SnapshotData& data, const ProveOptions& options, Proof& proof)
      : data_(data), options_(options) {
    const std::vector<std::string> names = features();
    account_ = "account";
    while (data.attributes.find(account_) != nullptr) account_ += "_";
    halve();
    if (halves_[0].empty() || halves_[1].empty()) {
      if (!data.rows.empty())
        say(proof, "one_day", Severity::information, "all snapshots are of one day; nothing can have moved");
      return;
    }
    const Frame before = select({options.score}, 0), after = select({options.score}, 1);
    proof.score_drift =
        psi(before, after, {.score = options.score, .confidence = options.confidence, .account = account_});
    take_over(proof, "psi", proof.score_drift.findings);
    put(proof, {ProofFigure::score_psi, options.score, proof.score_drift.psi, proof.score_drift.psi_lower,
                proof.score_drift.psi_upper, proof.score_drift.p_value, read(proof.score_drift.reading)});
    if (names.empty()) return;
    proof.feature_drift = csi(select(names, 0), select(names, 1),
                              {.features = names, .confidence = options.confidence, .account = account_});
    take_over(proof, "csi", proof.feature_drift.findings);
    const CharacteristicStability& moved = proof.feature_drift;
    for (std::size_t i = 0; i < moved.feature.size(); ++i)
      put(proof, {ProofFigure::feature_csi, moved.feature[i], moved.csi[i], moved.lower[i], moved.upper[i],
                  moved.p_value[i], read(moved.reading[i])});
  }

 private:
  static std::string read(DriftReading reading) {
    return std::string(enum_names(DriftReading{})[static_cast<std::size_t>(reading)]) +
           "; p as if rows were independent";
  }
  /// At the day of the middle row, which is in the last half unless it is the first day.
  void halve() {
    std::vector<std::int32_t> days;
    for (const SnapshotRow& row : data_.rows) days.push_back(row.as_of);
    if (days.empty()) return;
    std::sort(days.begin(), days.end());
    std::int32_t cut = days[days.size() / 2];
    if (cut == days.front()) cut = *std::upper_bound(days.begin(), days.end() - 1, cut);
    for (std::uint32_t i = 0; i < data_.rows.size(); ++i)
      halves_[data_.rows[i].as_of < cut ? 0 : 1].push_back(i);
  }
  Frame select(const std::vector<std::string>& names, std::size_t half) const {
    Frame some;
    std::vector<std::uint32_t> codes;
    for (const std::uint32_t i : halves_[half]) codes.push_back(data_.rows[i].account);
    some.add(account_, IdColumn(std::move(codes), data_.accounts));
    for (const std::string& name : names)
      some.add(name, std::visit(fealty::detail::SelectRows{&halves_[half]}, data_.attributes.at(name)));
    return some;
  }
  std::vector<std::string> features() const {
    std::vector<std::string> names;
    if (options_.features) {
      for (const std::string& name : *options_.features) {
        if (data_.attributes.find(name) == nullptr)
          throw InvalidInput({.who = "prove",
                              .what = "features",
                              .where = {},
                              .value = "\"" + name + "\"",
                              .rule = "is no attribute of the snapshots"});
        names.push_back(name);
      }
      return names;
    }
    for (std::size_t i = 0; i < data_.attributes.size(); ++i) {
      const std::string& name = data_.attributes.name(i);
      const FrameColumn& column = data_.attributes.column(i);
      const bool dates = std::holds_alternative<Days>(column) || std::holds_alternative<Timestamps>(column);
      if (dates || name == options_.score || name == options_.band.value_or("band") ||
          name == options_.probability.value_or(options_.score))
        continue;
      names.push_back(name);
    }
    return names;
  }

  const SnapshotData& data_;
  const ProveOptions& options_;
  std::string account_;  // a name that no attribute has
  std::vector<std::uint32_t> halves_[2];
};

}  // namespace fealty::health::detail
