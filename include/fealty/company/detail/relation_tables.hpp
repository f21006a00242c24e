// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/columns.hpp>
#include <fealty/company/detail/life.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::company::detail {

inline constexpr std::array<std::string_view, 4> milestones{"signed", "onboarded", "first_value", "adopted"};

/// The table `milestones`.
struct MilestonesTable {
  explicit MilestonesTable(const World& world) : until(world.until) {}
  std::int32_t until;
  Codes account, milestone;
  std::vector<std::int32_t> date;

  void append(std::int64_t number, const Life& life) {
    if (!life.sale.converts || life.sale.start >= until) return;
    const std::array<std::int32_t, 4> reached{life.sale.signed_on, life.onboarded, life.first_value,
                                              life.adopted};
    for (std::size_t i = 0; i < reached.size(); ++i) {
      if (reached[i] >= until) continue;
      account.push_back(code(number));
      milestone.push_back(code(i));
      date.push_back(reached[i]);
    }
  }

  Frame finish(const SharedIds& ids) && {
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("milestone", named_codes(std::move(milestone), milestones));
    frame.add("date", days(std::move(date)));
    return frame;
  }
};

/// The table `touches`.
struct TouchesTable {
  explicit TouchesTable(const World& world) : until(world.until) {}
  std::int32_t until;
  Codes account, channel, csm, direction;
  std::vector<std::int32_t> date;
  std::vector<double> hours;

  void append(std::int64_t number, const Life& life) {
    for (const TouchRow& touch : life.touches) {
      if (touch.date >= until) continue;
      account.push_back(code(number));
      date.push_back(touch.date);
      channel.push_back(code(touch.channel));
      csm.push_back(code(touch.csm));
      direction.push_back(code(touch.direction));
      hours.push_back(static_cast<double>(touch.quarter_hours) / 4);
    }
  }

  Frame finish(const SharedIds& ids, const SharedIds& csms) && {
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("date", days(std::move(date)));
    frame.add("channel", named_codes(std::move(channel), touch_channels));
    frame.add("csm", IdColumn(std::move(csm), csms));
    frame.add("direction", named_codes(std::move(direction), directions));
    frame.add("hours", Column<double>(std::move(hours)));
    return frame;
  }
};

/// The table `tickets`.
struct TicketsTable {
  explicit TicketsTable(const World& world) : until(world.until), closed(until) {}
  std::int32_t until;
  Codes account, severity;
  std::vector<std::int32_t> opened;
  KnownDays closed;
  std::vector<std::uint8_t> escalated;
  Nullable<std::int64_t> score;

  void append(std::int64_t number, const Life& life) {
    for (const TicketRow& ticket : life.tickets) {
      if (ticket.opened >= until) continue;
      account.push_back(code(number));
      opened.push_back(ticket.opened);
      closed.push(ticket.closed);
      severity.push_back(code(ticket.severity));
      escalated.push_back(ticket.escalated ? 1 : 0);
      score.push(ticket.score, ticket.score > 0 && ticket.closed < until);
    }
  }

  Frame finish(const SharedIds& ids) && {
    Frame frame;
    frame.add("account", IdColumn(std::move(account), ids));
    frame.add("opened", days(std::move(opened)));
    frame.add("closed", std::move(closed).finish());
    frame.add("severity", named_codes(std::move(severity), severities));
    frame.add("escalated", flags(std::move(escalated)));
    frame.add("score", std::move(score).finish());
    return frame;
  }
};

}  // namespace fealty::company::detail
