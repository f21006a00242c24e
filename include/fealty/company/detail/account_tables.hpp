// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/company.hpp>
#include <fealty/company/detail/columns.hpp>
#include <fealty/company/detail/life.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::company::detail {

inline constexpr std::array<std::string_view, 16> first_names{
    "Amber", "Birch",   "Cedar",    "Delta", "Eastern",  "Fern",    "Granite", "Harbor",
    "Iron",  "Juniper", "Lakeside", "Maple", "Northern", "Orchard", "Prairie", "Silver"};
inline constexpr std::array<std::string_view, 16> last_names{
    "Analytics", "Bakery",    "Bank",  "Clinic",     "Foods", "Freight", "Gardens", "Insurance",
    "Labs",      "Logistics", "Mills", "Outfitters", "Press", "School",  "Systems", "Works"};

inline SharedIds account_ids(std::int64_t accounts) {
  Ids ids;
  for (std::int64_t i = 1; i <= accounts; ++i) ids.encode(std::string_view(fmt::format("A-{:06}", i)));
  return std::make_shared<const Ids>(std::move(ids));
}

/// The csms of all teams, by their number.
inline SharedIds csm_ids(std::int64_t accounts) {
  const std::int64_t teams = (accounts + accounts_per_team - 1) / accounts_per_team;
  Ids ids;
  for (std::int64_t i = 1; i <= teams * csms_per_team; ++i)
    ids.encode(std::string_view(fmt::format("csm_{:03}", i)));
  return std::make_shared<const Ids>(std::move(ids));
}

/// The table `accounts`.
struct AccountsTable {
  Codes account, parent, name, segment, region, channel, seller, industry, plan, term;
  std::vector<std::int32_t> created;
  std::vector<std::int64_t> seats, discount_percent, fit_at_sale;

  void append(const World& world, std::int64_t number, const Life& life) {
    const Sale& sale = life.sale;
    Random random(world.seed, static_cast<std::uint64_t>(number), Stream::attributes);
    account.push_back(code(number));
    const bool owned = random.chance(40'000) && sale.segment != small_business && number > 0;
    parent.push_back(owned ? code(random.below(number)) : no_id);
    name.push_back(code(random.below(std::int64_t{first_names.size() * last_names.size()})));
    segment.push_back(code(sale.segment));
    region.push_back(code(sale.region));
    channel.push_back(code(sale.channel));
    seller.push_back(code(sale.seller));
    industry.push_back(code(sale.industry));
    plan.push_back(code(sale.plan));
    term.push_back(sale.annual ? 0 : 1);
    created.push_back(sale.created);
    seats.push_back(sale.seats);
    discount_percent.push_back(sale.discount_percent);
    fit_at_sale.push_back(std::clamp<std::int64_t>((sale.fit + random.triangular(200)) / 10, 0, 100));
  }

  Frame finish(const SharedIds& ids) && {
    Ids full_names;
    for (const std::string_view first : first_names)
      for (const std::string_view last : last_names)
        full_names.encode(std::string_view(fmt::format("{} {}", first, last)));
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("parent", IdColumn(std::move(parent), ids));
    frame.add("created", days(std::move(created)));
    frame.add("name", IdColumn(std::move(name), std::make_shared<const Ids>(std::move(full_names))));
    frame.add("segment", named_codes(std::move(segment), segments));
    frame.add("region", named_codes(std::move(region), regions));
    frame.add("channel", named_codes(std::move(channel), channels));
    frame.add("seller", named_codes(std::move(seller), sellers));
    frame.add("industry", named_codes(std::move(industry), industries));
    frame.add("plan", named_codes(std::move(plan), plans));
    frame.add("term", named_codes(std::move(term), std::array<std::string_view, 2>{"annual", "monthly"}));
    frame.add("seats", Column<std::int64_t>(std::move(seats)));
    frame.add("discount_percent", Column<std::int64_t>(std::move(discount_percent)));
    frame.add("fit_at_sale", Column<std::int64_t>(std::move(fit_at_sale)));
    return frame;
  }
};

/// The table `owners`.
struct OwnersTable {
  explicit OwnersTable(const World& world) : until(world.until), valid_to(world.until) {}
  std::int32_t until;
  Codes account, csm;
  std::vector<std::int32_t> valid_from;
  KnownDays valid_to;

  void append(std::int64_t number, const Life& life) {
    for (const OwnerRow& owner : life.owners) {
      if (owner.valid_from >= until) continue;
      account.push_back(code(number));
      csm.push_back(code(owner.csm));
      valid_from.push_back(owner.valid_from);
      valid_to.push(owner.valid_to);
    }
  }

  Frame finish(const SharedIds& ids, const SharedIds& csms) && {
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("csm", IdColumn(std::move(csm), csms));
    frame.add("valid_from", days(std::move(valid_from)));
    frame.add("valid_to", std::move(valid_to).finish());
    return frame;
  }
};

/// The table `truth`: what no company knows of its accounts.
struct TruthTable {
  explicit TruthTable(const World& world) : sponsor_lost(world.until), sponsor_replaced(world.until) {}
  Codes account;
  std::vector<double> fit, payment_risk;
  Nullable<double> skill;
  std::vector<std::uint8_t> stalled;
  KnownDays sponsor_lost, sponsor_replaced;

  void append(std::int64_t number, const Life& life) {
    account.push_back(code(number));
    fit.push_back(static_cast<double>(life.sale.fit) / 1000);
    payment_risk.push_back(static_cast<double>(life.sale.payment_risk) / 1000);
    skill.push(static_cast<double>(life.csm_skill) / 1000, !life.owners.empty());
    stalled.push_back(life.stalled ? 1 : 0);
    sponsor_lost.push(life.sponsor_gaps.empty() ? never : life.sponsor_gaps.front().lost);
    sponsor_replaced.push(life.sponsor_gaps.empty() ? never : life.sponsor_gaps.front().replaced);
  }

  Frame finish(const SharedIds& ids) && {
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("fit", Column<double>(std::move(fit)));
    frame.add("payment_risk", Column<double>(std::move(payment_risk)));
    frame.add("csm_skill", std::move(skill).finish());
    frame.add("stalled", flags(std::move(stalled)));
    frame.add("sponsor_lost", std::move(sponsor_lost).finish());
    frame.add("sponsor_replaced", std::move(sponsor_replaced).finish());
    return frame;
  }
};

}  // namespace fealty::company::detail
