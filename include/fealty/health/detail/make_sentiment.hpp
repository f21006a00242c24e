// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/sentiment.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The bands of a scale, from the worst to the best.
class SentimentBands {
 public:
  explicit SentimentBands(const SentimentOptions& options)
      : uppers_(options.band_uppers), rule_(options.band_rule) {
    const auto refuse = [](const char* what, std::string value, std::string rule) {
      throw InvalidInput({"sentiment", what, {}, std::move(value), std::move(rule)});
    };
    for (const std::string& name : options.band_names) {
      if (name.empty() || ids_.find(std::string_view(name)))
        refuse("band_names", "\"" + name + "\"", "is empty or there twice");
      ids_.encode(std::string_view(name));
    }
    if (ids_.size() == 0) refuse("band_names", "", "names no band");
    if (uppers_.size() != ids_.size())
      refuse("band_uppers", fmt::format("{} numbers", uppers_.size()),
             fmt::format("does not match the {} names of bands", ids_.size()));
    for (std::size_t i = 0; i < uppers_.size(); ++i)
      if (!std::isfinite(uppers_[i]) || (i > 0 && !(uppers_[i] > uppers_[i - 1])))
        refuse("band_uppers", fmt::format("{}", uppers_[i]), "is not a finite number above the one before");
  }

  /// The band of a number; none for NaN, or above the last.
  std::uint32_t of(double value) const {
    if (!(value <= uppers_.back())) return no_id;  // NaN too
    std::uint32_t band = 0;
    while (band + 1 < uppers_.size() &&
           (rule_ == BandRule::upper_inclusive ? value > uppers_[band] : value >= uppers_[band]))
      ++band;
    return band;
  }
  /// The band of each name in a dictionary; none for `unknown`.
  std::vector<std::uint32_t> named(const Ids& names) const {
    std::vector<std::uint32_t> bands;
    for (std::uint32_t code = 0; code < names.size(); ++code) {
      const std::string name = names.text(code);
      const auto band = ids_.find(std::string_view(name));
      if (!band && name != "unknown") {
        std::vector<std::string> known;
        for (std::uint32_t i = 0; i < ids_.size(); ++i) known.push_back(ids_.text(i));
        throw InvalidInput({"sentiment",
                            "band",
                            {},
                            "\"" + name + "\"",
                            fmt::format("is not one of {}, unknown", fmt::join(known, ", "))});
      }
      bands.push_back(band.value_or(no_id));
    }
    return bands;
  }
  std::shared_ptr<const Ids> ids() const { return std::make_shared<const Ids>(ids_); }

 private:
  Ids ids_;
  std::vector<double> uppers_;
  BandRule rule_;
};

/// The rows of a result for which something holds, and what is said of the first.
template <class Holds>
void note_sentiment(Sentiment& out, const char* code, const char* says, Holds holds) {
  Finding finding{.code = code, .severity = Severity::warning, .rows = {}, .message = {}};
  for (std::size_t row = 0; row < out.score.size(); ++row) {
    if (!holds(row)) continue;
    if (finding.rows.empty())
      finding.message = fmt::format("sentiment: of account {} {}: {} beside a score of {}",
                                    out.account.text(row), says, out.sentiment[row], out.score[row]);
    finding.rows.push_back(static_cast<std::int64_t>(row));
  }
  if (!finding.rows.empty()) out.findings.push_back(std::move(finding));
}
inline void note_sentiments(Sentiment& out) {
  note_sentiment(out, "sentiment_above_score", "the CSM's sentiment is in a better band than the score",
                 [&](std::size_t row) { return out.band_disagreement[row] > 0; });
  note_sentiment(out, "sentiment_below_score", "the CSM's sentiment is in a worse band than the score",
                 [&](std::size_t row) { return out.band_disagreement[row] < 0; });
  note_sentiment(out, "outside_bands", "a number lies above the last band", [&](std::size_t row) {
    return (!std::isnan(out.score[row]) && out.score_band.codes()[row] == no_id) ||
           (!std::isnan(out.sentiment[row]) && out.sentiment_band.codes()[row] == no_id);
  });
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Sentiment sentiment(const Sentiments& sentiments, const SentimentOptions& options) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  detail::check_as_of("sentiment", options.as_of);
  const detail::SentimentBands bands(options);
  const detail::SentimentData& data = sentiments.data();
  const auto named = data.bands ? bands.named(*data.bands) : std::vector<std::uint32_t>{};
  Sentiment out;
  out.as_of = options.as_of ? options.as_of : sentiments.last_day();
  out.as_of_inferred = out.as_of && !options.as_of;
  std::vector<std::uint32_t> accounts, score_bands, sentiment_bands;
  for (const detail::SentimentRow& row : data.rows) {
    const bool later = row.date != open && out.as_of && row.date > out.as_of->days;
    const double said = later ? none : row.sentiment;
    const std::uint32_t band = row.band != no_id ? named[row.band] : data.bands ? no_id : bands.of(row.score);
    const std::uint32_t said_band = bands.of(said);
    const bool both = band != no_id && said_band != no_id;
    accounts.push_back(row.account);
    score_bands.push_back(band);
    sentiment_bands.push_back(said_band);
    out.score.push_back(row.score);
    out.sentiment.push_back(said);
    out.disagreement.push_back(said - row.score);
    out.band_disagreement.push_back(both ? static_cast<double>(said_band) - static_cast<double>(band) : none);
    out.days_since.push_back(later || row.date == open || std::isnan(said) ? none
                                                                           : out.as_of->days - row.date);
  }
  out.account = IdColumn(std::move(accounts), data.accounts);
  out.score_band = IdColumn(std::move(score_bands), bands.ids());
  out.sentiment_band = IdColumn(std::move(sentiment_bands), bands.ids());
  detail::note_sentiments(out);
  return out;
}

}  // namespace fealty::health
