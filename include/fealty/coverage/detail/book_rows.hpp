// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/coverage/books.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

using fealty::detail::name_or;

/// Checks and reads the rows of a table of books.
class BookReader {
 public:
  explicit BookReader(const BookColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_("Books", columns.on_error, rows_),
        says_(columns.probability.present() ? columns.probability : columns.expected),
        says_name_(name_or(says_.name(), columns.probability.present() ? "probability" : "expected")) {
    check_shape();
    check_ids();
    check_outcomes();
    check_expectations();
    check_exposure();
    note();
    read();
  }
  BookData take() { return std::move(data_); }
  std::vector<Finding> take_findings() { return check_.take_findings(); }

 private:
  void check_shape() const {
    const auto require = [&](const char* field, const auto& column) {
      fealty::detail::require_column("Books", field, column, rows_, name_or(c_.account.name(), "account"));
    };
    require("account", c_.account);
    require("group", c_.group);
    require("observed", c_.observed);
    if (c_.expected.present() == c_.probability.present())
      throw InvalidInput({.who = "Books",
                          .what = "expected, probability",
                          .where = {},
                          .value = c_.expected.present() ? "2 columns" : "0 columns",
                          .rule = "were given; exactly one of the two says what was expected"});
    require(c_.probability.present() ? "probability" : "expected", says_);
    if (c_.exposure.present()) require("exposure", c_.exposure);
  }
  void check_ids() {
    check_.rule(
        "null_account", [&](std::size_t row) { return c_.account.codes()[row] == no_id; },
        [&](std::size_t) {
          return ErrorDetail{
              "", name_or(c_.account.name(), "account"), {}, "", "is null; every row needs an account"};
        });
  }
  void check_outcomes() {
    const std::string name = name_or(c_.observed.name(), "observed");
    check_.cells(c_.observed, name);
    check_.rule(
        "null_outcome", [&](std::size_t row) { return !c_.observed.valid(row); },
        [&](std::size_t) {
          return ErrorDetail{"", name, {}, "", "is null; every row needs a number of events"};
        });
    const bool flags = c_.probability.present();
    constexpr std::int64_t most = std::int64_t{1} << 40;  // their sums stay exact
    check_.rule(
        "unusable_outcome",
        [&](std::size_t row) { return c_.observed[row] < 0 || c_.observed[row] > (flags ? 1 : most); },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name,
                             {},
                             fmt::format("{}", c_.observed[row]),
                             flags ? "is not 0 or 1, which a probability asks for"
                                   : "is not a number of events: at least 0, up to 2^40"};
        });
  }
  bool unknown(std::size_t row) const { return !says_.valid(row) || std::isnan(says_[row]); }
  void check_expectations() {
    const double most = c_.probability.present() ? 1 : 1e12;
    check_.rule(
        "unusable_expectation",
        [&](std::size_t row) { return !unknown(row) && !(says_[row] >= 0 && says_[row] <= most); },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             says_name_,
                             {},
                             fmt::format("{}", says_[row]),
                             c_.probability.present() ? "is not in [0, 1]" : "is not a number in [0, 1e12]"};
        });
  }
  void check_exposure() {
    if (!c_.exposure.present()) return;
    const std::string name = name_or(c_.exposure.name(), "exposure");
    check_.rule(
        "unusable_exposure",
        [&](std::size_t row) {
          return !c_.exposure.valid(row) || !(c_.exposure[row] >= 0 && std::isfinite(c_.exposure[row]));
        },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name,
                             {},
                             c_.exposure.valid(row) ? fmt::format("{}", c_.exposure[row]) : "",
                             "is not a number >= 0"};
        });
  }
  bool nobodys(std::size_t row) const { return c_.group.codes()[row] == no_id; }
  bool impossible(std::size_t row) const {
    if (unknown(row)) return false;
    return (says_[row] == 0 && c_.observed[row] > 0) ||
           (c_.probability.present() && says_[row] == 1 && c_.observed[row] == 0);
  }
  void note() {
    check_.note(
        "nobodys_book", Severity::information, [&](std::size_t row) { return nobodys(row); },
        [&](std::size_t) {
          return ErrorDetail{"", name_or(c_.group.name(), "group"), {}, "", "is null; the row was left out"};
        });
    check_.note(
        "unknown_expectation", Severity::warning, [&](std::size_t row) { return unknown(row); },
        [&](std::size_t) {
          return ErrorDetail{"", says_name_, {}, "", "is null; the row was left out"};
        });
    check_.note(
        "impossible_outcome", Severity::warning, [&](std::size_t row) { return impossible(row); },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             says_name_,
                             {},
                             fmt::format("{}", says_[row]),
                             fmt::format("does not allow what happened: {}", c_.observed[row])};
        });
  }
  void read() {
    data_.groups = c_.group.ids();
    data_.bernoulli = c_.probability.present();
    data_.exposed = c_.exposure.present();
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row) && !nobodys(row) && !unknown(row))
        data_.rows.push_back({c_.account.codes()[row], c_.group.codes()[row], c_.observed[row], says_[row],
                              data_.exposed ? c_.exposure[row] : 0});
    const std::vector<std::uint32_t> rank = data_.groups->ranks();
    // Sums then do not depend on the order of rows.
    std::sort(data_.rows.begin(), data_.rows.end(), [&](const BookRow& a, const BookRow& b) {
      return std::tuple(rank[a.group], a.expected, a.exposure, a.observed, a.account) <
             std::tuple(rank[b.group], b.expected, b.exposure, b.observed, b.account);
    });
  }

  const BookColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  const Column<double>& says_;  // what is expected
  std::string says_name_;
  BookData data_;
};

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline Books::Books(const BookColumns& columns) {
  detail::BookReader reader(columns);
  findings_ = reader.take_findings();
  data_ = std::make_shared<const detail::BookData>(reader.take());
}

}  // namespace fealty::coverage
