// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace fealty::health {

/// The columns of a table of sentiments: one row for each account.
struct SentimentColumns {
  IdColumn account;                  ///< n ids, texts or integers
  Column<double> score;              ///< the health score as of the day; null or NaN: unknown
  IdColumn band = {};                ///< of the score; by default that in which the score lies
  Column<double> sentiment;          ///< what the CSM thinks, on the scale of the score; null or NaN: unknown
  Column<std::int32_t> date = {};    ///< days since 1970-01-01: when the CSM said so; null: unknown
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

namespace detail {
/// A checked row.
struct SentimentRow {
  std::uint32_t account, band;  // codes; no_id where there is none
  std::int32_t date;            // open where it is unknown
  double score, sentiment;      // NaN where they are unknown
};
struct SentimentData {
  std::shared_ptr<const Ids> accounts, bands;  // no bands: null
  std::vector<SentimentRow> rows;              // by account id
  std::vector<Finding> findings;
};
}  // namespace detail

/// A validated table of scores and of what the customer success managers (CSMs) think. Copies are cheap.
///
/// \throws InvalidInput  on a missing column, unequal lengths, an account that is null or there twice, a
/// number
///                       that is infinite, a day before 1900 or after 9999
class Sentiments {
 public:
  explicit Sentiments(const SentimentColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// With `on_error = drop`, which rows were left out and why.
  const std::vector<Finding>& findings() const { return data_->findings; }
  /// The latest date; none without dates.
  std::optional<Date> last_day() const;

  const detail::SentimentData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::SentimentData> data_;
};

}  // namespace fealty::health

#include <fealty/health/detail/sentiment_rows.hpp>
