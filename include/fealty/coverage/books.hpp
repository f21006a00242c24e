// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::coverage {

/// The columns of a table of books: what happened to each account in somebody's book, and what a risk model
/// expected of it. Exactly one of `expected` and `probability` is given.
struct BookColumns {
  IdColumn account;                  ///< n ids, texts or integers; an account may have many rows
  IdColumn group;                    ///< in whose book: a csm, team, seller or channel; null for nobody's
  Column<std::int64_t> observed;     ///< events: losses, expansions, first values; >= 0
  Column<double> expected = {};      ///< events expected, such as a cumulative hazard, >= 0; null: not known
  Column<double> probability = {};   ///< or the chance of the one event, in [0, 1]; null: not known
  Column<double> exposure = {};      ///< how long the account was in the book, such as months, >= 0
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

namespace detail {
/// A row that counts.
struct BookRow {
  std::uint32_t account, group;
  std::int64_t observed;
  double expected, exposure;
};
/// What calculators read, by group and, within one, in an order of their values.
struct BookData {
  std::shared_ptr<const Ids> groups;
  std::vector<BookRow> rows;
  bool bernoulli = false;  // expected is a probability
  bool exposed = false;    // exposure was given
};
}  // namespace detail

/// A validated table of what happened in whose book. Copies are cheap.
///
/// With `probability` a row has at most one event, and events are told apart as such; with `expected` they
/// are counts. Rows in nobody's book, and rows of which nothing is expected, are left out and are findings.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account or outcome, an outcome below 0
///                       (with probabilities: that is not 0 or 1), an expectation or exposure that is not a
///                       finite number >= 0, a probability above 1
class Books {
 public:
  explicit Books(const BookColumns& columns);

  /// Rows that count.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
  /// nobodys_book, unknown_expectation, impossible_outcome.
  const std::vector<Finding>& findings() const { return findings_; }

  const detail::BookData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::BookData> data_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::coverage

#include <fealty/coverage/detail/book_rows.hpp>
