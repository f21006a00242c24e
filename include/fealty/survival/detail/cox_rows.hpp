// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/cox_cell_finder.hpp>
#include <fealty/survival/detail/cox_plan.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// The lives that a plan uses, with their covariates in its units, tile by tile.
class CoxRows {
 public:
  CoxRows(const LifetimeData& lives, const CoxPlan& plan)
      : lives_(lives), plan_(plan), strata_(grouping(lives.attributes, plan.strata, who, "strata")) {
    std::vector<std::uint8_t> usable(lives.rows, 1);
    for (const CoxTerm& term : plan.terms) read(term, usable);
    if (!plan.offset.empty()) {
      offset_ = number_attribute(who, lives.attributes, plan.offset, "offset");
      leave_out(offset_, usable);
    }
    rows_.reserve(lives.rows);
    for (std::size_t row = 0; row < lives.rows; ++row)
      if (usable[row] != 0 && (!strata_.group.present() || strata_.group.codes()[row] != no_id))
        rows_.push_back(static_cast<std::uint32_t>(row));
    place();
  }

  std::size_t size() const { return rows_.size(); }
  std::size_t tiles() const { return (size() + TiledMatrix::tile - 1) / TiledMatrix::tile; }
  /// The row of the lives.
  std::uint32_t row(std::size_t i) const { return rows_[i]; }
  std::uint32_t stratum(std::size_t i) const { return stratum_.empty() ? 0 : stratum_[i]; }
  std::uint32_t exit(std::size_t i) const { return exit_[i]; }
  /// CoxCellFinder::none for lives that were watched from the beginning.
  std::uint32_t entry(std::size_t i) const { return entry_.empty() ? CoxCellFinder::none : entry_[i]; }
  bool ended(std::size_t i) const { return lives_.ended[rows_[i]] != 0; }
  double weight(std::size_t i) const { return lives_.weight_kind ? lives_.weight[rows_[i]] : 1; }
  double offset(std::size_t i) const { return offset_.present() ? offset_[rows_[i]] : 0; }

  /// Reads the covariates of a tile: those of a column lie side by side, 0 after the last row.
  void read(std::size_t tile, std::vector<double>& x) const {
    const std::size_t begin = tile * TiledMatrix::tile, count = std::min(TiledMatrix::tile, size() - begin);
    const std::uint32_t* const rows = rows_.data() + begin;
    for (std::size_t j = 0; j < sources_.size(); ++j) {
      const Source& from = sources_[j];
      double* const to = x.data() + j * TiledMatrix::tile;
      const double unit = plan_.scale[j] == 0 ? 0 : 1 / plan_.scale[j];
      if (from.level == nullptr) {
        const double* const values = from.numbers.values().data();
        const double mean = plan_.mean[j];
        if (rows[count - 1] - rows[0] == count - 1)
          for (std::size_t i = 0; i < count; ++i) to[i] = (values[rows[0] + i] - mean) * unit;
        else
          for (std::size_t i = 0; i < count; ++i) to[i] = (values[rows[i]] - mean) * unit;
      } else {
        const double yes = (1 - plan_.mean[j]) * unit, no = -plan_.mean[j] * unit;
        for (std::size_t i = 0; i < count; ++i) to[i] = (*from.level)[rows[i]] == from.which ? yes : no;
      }
      std::fill(to + count, to + TiledMatrix::tile, 0.0);
    }
  }

 private:
  static constexpr const char* who = "CoxPartial";

  struct Source {
    Column<double> numbers;
    std::shared_ptr<const std::vector<std::uint32_t>> level;  // of each life, for texts; otherwise null
    std::uint32_t which = 0;                                  // that the column tells
  };

  [[noreturn]] static void refuse(const std::string& what, std::size_t row, std::string value,
                                  const char* rule) {
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = static_cast<std::int64_t>(row),
                        .value = std::move(value),
                        .rule = rule});
  }
  /// Where the survey has left nothing out, nothing can be missing.
  void leave_out(const Column<double>& column, std::vector<std::uint8_t>& usable) const {
    if (plan_.left_out == 0) return;
    for (std::size_t row = 0; row < usable.size(); ++row)
      if (std::isnan(column[row])) usable[row] = 0;
  }
  void read(const CoxTerm& term, std::vector<std::uint8_t>& usable) {
    const FrameColumn& column = attribute(who, lives_.attributes, term.attribute, "covariates");
    const auto* const ids = std::get_if<IdColumn>(&column);
    if (term.texts && ids != nullptr) return read_levels(term, *ids, usable);
    const Column<double> numbers =
        CovariateReader(who, lives_.attributes, term.attribute, "covariates").take().front().values;
    leave_out(numbers, usable);
    if (term.texts || ids != nullptr)  // all missing, of whatever kind
      for (std::size_t row = 0; row < usable.size(); ++row)
        if (!std::isnan(numbers[row]))
          refuse(term.attribute, row, "", "is told otherwise than in the survey: texts are not numbers");
    for (std::size_t j = 0; j < term.columns(); ++j) sources_.push_back({numbers, nullptr, 0});
  }
  void read_levels(const CoxTerm& term, const IdColumn& column, std::vector<std::uint8_t>& usable) {
    std::map<std::string, std::uint32_t> number;
    for (const std::string& level : term.levels)
      number.emplace(level, static_cast<std::uint32_t>(number.size()));
    std::vector<std::uint32_t> level_of(column.ids()->size(), no_id);
    for (std::uint32_t code = 0; code < level_of.size(); ++code)
      if (const auto at = number.find(column.ids()->text(code)); at != number.end())
        level_of[code] = at->second;
    std::vector<std::uint32_t> levels(lives_.rows, no_id);
    for (std::size_t row = 0; row < levels.size(); ++row) {
      const std::uint32_t code = column.codes()[row];
      if (code == no_id) usable[row] = 0;
      else if ((levels[row] = level_of[code]) == no_id)
        refuse(term.attribute, row, column.ids()->text(code), "is a level that was not in the survey");
    }
    const auto shared = std::make_shared<const std::vector<std::uint32_t>>(std::move(levels));
    // A single level tells nothing: its column is constant.
    for (std::size_t j = 0; j < term.columns(); ++j)
      sources_.push_back({{}, shared, static_cast<std::uint32_t>(j) + 1});
  }
  /// Finds the stratum and the cells of each life.
  void place() {
    const CoxCellFinder finder(lives_, strata_, plan_);
    const auto refuse_age = [&](const char* what, std::uint32_t row, std::int32_t place) {
      refuse(what, row, fmt::format("{}", lives_.age(static_cast<std::size_t>(place))),
             "is an age that was not in the survey");
    };
    if (strata_.group.present()) stratum_.resize(size());
    exit_.resize(size());
    if (lives_.entry.present()) entry_.resize(size(), CoxCellFinder::none);
    for (std::size_t i = 0; i < size(); ++i) {
      const std::uint32_t row = rows_[i], code = strata_.of(row);
      if (finder.stratum(code) == CoxCellFinder::none)
        refuse("strata", row, "", "is a stratum that was not in the survey");
      if (!stratum_.empty()) stratum_[i] = finder.stratum(code);
      exit_[i] = finder.cell(code, lives_.exit[row]);
      if (exit_[i] == CoxCellFinder::none) refuse_age("duration", row, lives_.exit[row]);
      if (lives_.ended[row] != 0 && plan_.ends[exit_[i]] == 0)
        refuse("ended", row, "", "is true at an age at which no life ended in the survey");
      if (entry_.empty() || lives_.entry[row] < 0) continue;
      entry_[i] = finder.cell(code, lives_.entry[row]);
      if (entry_[i] == CoxCellFinder::none) refuse_age("entry", row, lives_.entry[row]);
    }
  }

  const LifetimeData& lives_;
  const CoxPlan& plan_;
  Grouping strata_;
  Column<double> offset_;
  std::vector<Source> sources_;  // of each column
  std::vector<std::uint32_t> rows_, stratum_, exit_, entry_;
};

}  // namespace fealty::survival::detail
