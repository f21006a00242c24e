// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/detail/free_names.hpp>
#include <fealty/health/detail/measure_data.hpp>
#include <fealty/health/observations.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health {

/// The columns of a table of measures: what is known of each account on one day, one row for each account.
///
/// Columns beside `values` bear the name of the measure, or more of it: `csat_days`, `csat_reason`,
/// `logins_90_days_before`.
struct MeasureColumns {
  IdColumn account;                  ///< n ids, texts or integers, each once
  Frame values = {};                 ///< n rows: numbers, by the ids of their measures; null or NaN: not seen
  Frame ages = {};                   ///< n rows: whole days since a value was known, `<measure>_days`
  Frame baselines = {};              ///< n rows: earlier values, `<measure>_<days>_days_before`
  Frame reasons = {};                ///< n rows: why a flag is up, in words, `<measure>_reason`
  std::optional<Date> as_of = {};    ///< the day on which all this was known
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

/// A validated table of measures: what scores are computed of. Copies are cheap.
///
/// \throws InvalidInput  on a missing column, unequal lengths, an account that is null or there twice, a
///                       column of values that is not of numbers, a value that is infinite, an age that is
///                       missing, negative or no whole number, columns beside the values that belong to
///                       none, an as_of before 1900 or after 9999
class MeasureTable {
 public:
  explicit MeasureTable(const MeasureColumns& columns);
  MeasureTable() : data_(std::make_shared<const detail::MeasureData>()) {}
  explicit MeasureTable(std::shared_ptr<const detail::MeasureData> data, std::vector<Finding> findings = {})
      : data_(std::move(data)), findings_(std::move(findings)) {}

  /// Rows that were accepted.
  std::size_t size() const { return data_->size(); }
  /// Whose measures, one row for each.
  const IdColumn& account() const { return data_->account; }
  /// The day on which all this was known; none where it was not told.
  const std::optional<Date>& as_of() const { return data_->as_of; }
  /// With `on_error = drop`, which rows were left out and why. Code, of measures_on(): unobserved_measure.
  const std::vector<Finding>& findings() const { return findings_; }

  const std::shared_ptr<const detail::MeasureData>& data() const { return data_; }

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    detail::FreeNames names;
    f(names.take("account"), self.data_->account);
    for (const auto& each : self.data_->series) f(names.take(each.measure), each.values);
    for (const auto& each : self.data_->series)
      if (each.ages.present()) f(names.take(each.measure + "_days"), each.ages);
  }

 private:
  std::shared_ptr<const detail::MeasureData> data_;
  std::vector<Finding> findings_;
};

/// Settings of measures_on().
struct MeasuresOnOptions {
  std::optional<Date> as_of = {};          ///< last day that is known; by default the last observation's
  std::vector<std::string> measures = {};  ///< which, in this order; empty: all, by id
  std::vector<std::int32_t> baseline_days = {};    ///< their values so many days before as well, each > 0
  std::optional<revenue::Accounts> accounts = {};  ///< accounts that have a row without any observation
};

/// What was known of each account on a day: of every measure the last observation on or before it, and how
/// old it is.
///
/// Of several values of that observation's day the mean counts. Nothing after `as_of` is seen; an account
/// has a row from its first observation on, of whatever measure. Those in `accounts` always have one, also
/// before their first valid_from: it is the day from which attributes are known, not that of a customer's
/// beginning.
///
/// \param observations  as made by Observations
/// \param options       day, measures, baselines, accounts
/// \returns             a row for each account, by id
/// \throws InvalidInput  for a measure that is named twice, baseline_days that are not above 0, accounts
///                       whose ids are texts where those of the observations are integers, or the reverse;
///                       unless as_of is from 1900 to 9999
MeasureTable measures_on(const Observations& observations, const MeasuresOnOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_measures_on.hpp>
#include <fealty/health/detail/measure_rows.hpp>
