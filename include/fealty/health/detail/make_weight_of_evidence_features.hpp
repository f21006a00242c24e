// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/feature_column.hpp>
#include <fealty/health/weight_of_evidence_features.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// The bins of a table of weights, for look-ups.
class BinFinder {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  BinFinder(const char* who, const WeightOfEvidence& bins)
      : BinFinder(who, bins.feature, bins.kind, bins.upper, bins.category) {}
  BinFinder(const char* who, std::string feature, const std::vector<BinKind>& kind,
            const std::vector<double>& upper, const std::vector<std::string>& category)
      : who_(who), feature_(std::move(feature)) {
    for (std::size_t i = 0; i < kind.size(); ++i) {
      if (kind[i] == BinKind::missing) missing_ = i;
      if (kind[i] == BinKind::numbers) uppers_.push_back(upper[i]), places_.push_back(i);
      if (kind[i] == BinKind::category) categories_.emplace(category[i], i);
    }
  }

  /// The bin of each row; none where there is no such bin.
  std::vector<std::size_t> find(const Frame& attributes) const {
    const FeatureColumn column(who_, "evidence", attributes, feature_);
    if (column.size() > 0 && (column.numeric() ? !categories_.empty() : !uppers_.empty()))
      throw InvalidInput({.who = who_,
                          .what = feature_,
                          .where = {},
                          .value = "",
                          .rule = !categories_.empty() ? "holds numbers; its bins are of texts"
                                                       : "holds texts; its bins are of numbers"});
    std::vector<std::size_t> found(column.size(), none);
    if (column.numeric()) {
      for (std::size_t row = 0; row < found.size(); ++row) found[row] = of_number(column.numbers()[row]);
      return found;
    }
    std::vector<std::size_t> of_code;
    for (std::uint32_t code = 0; code < column.categories().ids()->size(); ++code)
      of_code.push_back(of_text(column.categories().ids()->text(code)));
    for (std::size_t row = 0; row < found.size(); ++row) {
      const std::uint32_t code = column.categories().codes()[row];
      found[row] = code == no_id ? missing_ : of_code[code];
    }
    return found;
  }

 private:
  std::size_t of_number(double number) const {
    if (std::isnan(number)) return missing_;
    const auto at = std::lower_bound(uppers_.begin(), uppers_.end(), number);
    return at == uppers_.end() ? none : places_[static_cast<std::size_t>(at - uppers_.begin())];
  }
  std::size_t of_text(const std::string& text) const {
    const auto found = categories_.find(text);
    return found == categories_.end() ? none : found->second;
  }

  const char* who_;
  std::string feature_;
  std::unordered_map<std::string, std::size_t> categories_;
  std::vector<double> uppers_;
  std::vector<std::size_t> places_;
  std::size_t missing_ = none;
};

inline Frame evidence_features(const char* who, const Frame& attributes,
                               const std::vector<WeightOfEvidence>& evidence,
                               const WeightOfEvidenceFeaturesOptions& options) {
  if (options.unseen && !std::isfinite(*options.unseen))
    throw InvalidInput({.who = who,
                        .what = "unseen",
                        .where = {},
                        .value = fmt::format("{}", *options.unseen),
                        .rule = "is not a finite number; by default such values stay missing"});
  const double unseen = options.unseen.value_or(std::numeric_limits<double>::quiet_NaN());
  Frame out;
  for (const std::string& name : options.keep) {
    const FrameColumn& column = attributes.at(name);
    out.add(name, std::visit(fealty::detail::SelectRows{nullptr}, column));
  }
  for (const WeightOfEvidence& each : evidence) {
    std::vector<double> weights;
    for (const std::size_t bin : BinFinder(who, each).find(attributes))
      weights.push_back(bin == BinFinder::none ? unseen : each.weight_of_evidence[bin]);
    out.add(each.feature, Column<double>(std::move(weights)));
  }
  return out;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Frame weight_of_evidence_features(const Frame& attributes,
                                         const std::vector<WeightOfEvidence>& evidence,
                                         const WeightOfEvidenceFeaturesOptions& options) {
  return detail::evidence_features("weight_of_evidence_features", attributes, evidence, options);
}

}  // namespace fealty::health
