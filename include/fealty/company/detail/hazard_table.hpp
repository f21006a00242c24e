// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/columns.hpp>
#include <fealty/company/detail/life.hpp>

#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::company::detail {

/// The table `hazards`: each whole month in which an account had not yet decided to leave.
struct HazardsTable {
  Codes account;
  std::vector<std::int32_t> date;
  std::vector<std::int64_t> age, open_escalations;
  std::vector<double> activity, pace, hazard, probability;
  std::vector<std::uint8_t> annual, sponsor_missing, new_sponsor, onboarded, price_raised, neglected,
      handed_over;

  void append(std::int64_t number, const Life& life) {
    for (const MonthRow& month : life.months) {
      if (!month.at_risk) continue;
      const HazardInputs& in = month.inputs;
      account.push_back(code(number));
      date.push_back(month.start);
      age.push_back(in.age);
      open_escalations.push_back(in.open_escalations);
      activity.push_back(static_cast<double>(in.activity) / 1000);
      pace.push_back(static_cast<double>(in.pace) / 1000);
      hazard.push_back(static_cast<double>(month.hazard) / 1'000'000);
      probability.push_back(static_cast<double>(month.leaving) / 1'000'000);
      annual.push_back(in.annual ? 1 : 0);
      sponsor_missing.push_back(in.sponsor_missing ? 1 : 0);
      new_sponsor.push_back(in.new_sponsor ? 1 : 0);
      onboarded.push_back(in.onboarded ? 1 : 0);
      price_raised.push_back(in.price_raised ? 1 : 0);
      neglected.push_back(in.neglected ? 1 : 0);
      handed_over.push_back(in.handed_over ? 1 : 0);
    }
  }

  Frame finish(const SharedIds& ids) && {
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("date", days(std::move(date)));
    frame.add("age", Column<std::int64_t>(std::move(age)));
    frame.add("annual", flags(std::move(annual)));
    frame.add("activity", Column<double>(std::move(activity)));
    frame.add("pace", Column<double>(std::move(pace)));
    frame.add("open_escalations", Column<std::int64_t>(std::move(open_escalations)));
    frame.add("sponsor_missing", flags(std::move(sponsor_missing)));
    frame.add("new_sponsor", flags(std::move(new_sponsor)));
    frame.add("onboarded", flags(std::move(onboarded)));
    frame.add("price_raised", flags(std::move(price_raised)));
    frame.add("neglected", flags(std::move(neglected)));
    frame.add("handed_over", flags(std::move(handed_over)));
    frame.add("hazard", Column<double>(std::move(hazard)));
    frame.add("probability", Column<double>(std::move(probability)));
    return frame;
  }
};

}  // namespace fealty::company::detail
