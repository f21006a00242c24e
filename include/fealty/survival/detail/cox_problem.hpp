// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/design.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>
#include <fealty/survival/detail/watching.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival::detail {

/// Lives as a proportional hazards model reads them.
class CoxProblem {
 public:
  CoxProblem() = default;  // for lives that are elsewhere
  /// \param cause  what ends a life, as `ended` tells it; lives that end by others linger. None: any ends it
  CoxProblem(const char* name, const LifetimeData& lives, const std::vector<std::string>& terms,
             const std::vector<std::string>& strata_names, const std::string& offset_name,
             std::size_t threads, std::optional<std::uint8_t> cause = {})
      : who(name), strata(grouping(lives.attributes, strata_names, who, "strata")) {
    Column<double> offset;
    if (!offset_name.empty()) offset = number_attribute(who, lives.attributes, offset_name, "offset");
    const bool all = !strata.group.present() && !offset.present();
    design = Design(
        who, covariates(who, lives.attributes, terms, "covariates"), lives.rows, lives.weight, all,
        [&](std::size_t row) {
          const bool placed = !strata.group.present() || strata.group.codes()[row] != no_id;
          if (placed && offset.present() && std::isinf(offset[row])) refuse_offset(who, offset_name, row);
          return placed && (!offset.present() || !std::isnan(offset[row]));
        },
        threads);
    data = CoxSteps(lives, design.rows, strata, cause).take();
    if (cause) data.watching = watching(data);
    if (offset.present()) data.offset = data.of_rows(design.rows, offset);
    x = design.tiled(data.rows, data.exit, data.entry, threads);
    for (const std::uint32_t row : design.rows) {
      if (lives.ended[row] == 0 || (cause && lives.ended[row] != *cause)) continue;
      ++ended;
      ended_weight += lives.weight_kind ? lives.weight[row] : 1;
    }
    if (ended == 0)
      throw InvalidInput({.who = who,
                          .what = "lives",
                          .where = {},
                          .value = fmt::format("{} rows", design.rows.size()),
                          .rule = "none of which has ended tell no hazard"});
  }

  const char* who = "cox";
  Grouping strata;
  Design design;
  CoxData data;
  TiledMatrix x;
  std::int64_t ended = 0;
  double ended_weight = 0;

 private:
  [[noreturn]] static void refuse_offset(const char* who, const std::string& name, std::size_t row) {
    throw InvalidInput({.who = who,
                        .what = name,
                        .where = static_cast<std::int64_t>(row),
                        .value = "inf",
                        .rule = "is not a finite number"});
  }
};

}  // namespace fealty::survival::detail
