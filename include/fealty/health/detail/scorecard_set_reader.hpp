// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/card_parts.hpp>
#include <fealty/health/detail/scorecard_reader.hpp>
#include <fealty/health/detail/scorecard_writer.hpp>
#include <fealty/health/scorecard_set_config.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace fealty::health::detail {

/// Runs what makes a card of a set; an error names the card's rule.
template <class F>
auto of_card(std::size_t rule, F&& f) {
  try {
    return f();
  } catch (const InvalidInput& error) {
    ErrorDetail detail = error.detail();
    detail.who = "ScorecardSet";
    detail.what = fmt::format("rules[{}].scorecard{}{}", rule, detail.what.empty() ? "" : ".", detail.what);
    throw InvalidInput(std::move(detail));
  }
}

/// Reads a set's JSON into plain data; what the data say is checked afterwards.
class ScorecardSetReader : private CardParts {
 public:
  explicit ScorecardSetReader(std::string_view text) : CardParts("ScorecardSet", "a set of scorecards") {
    const Json json = reader_.parse(text, {.characters = 16'777'216, .depth = 24});
    check_format(json);
    keys(json, "", {"format", "id", "version", "rules"});
    required(json, "", "id", config_.id);
    field(json, "", "version", config_.version);
    each(json, "rules", [&](const Json& rule, const std::string& at) { read_rule(rule, at); });
  }
  ScorecardSetConfig take() { return std::move(config_); }

 private:
  void read_rule(const Json& json, const std::string& at) {
    keys(json, at, {"where", "valid_from", "scorecard"});
    SelectionRule& rule = config_.rules.emplace_back();
    if (json.contains("where")) read_where(json["where"], at + ".where", rule);
    field(json, at, "valid_from", rule.valid_from);
    if (!json.contains("scorecard")) refuse(at + ".scorecard", "", "is missing");
    const Json& card = json["scorecard"];
    if (!card.is_object()) refuse(at + ".scorecard", card.dump(), "is not an object");
    rule.scorecard = of_card(config_.rules.size() - 1, [&] { return ScorecardReader(card).take(); });
  }
  void read_where(const Json& json, const std::string& at, SelectionRule& rule) {
    if (!json.is_object()) refuse(at, json.dump(), "is not an object");
    for (const auto& condition : json.items()) {
      AttributeCondition& read = rule.where.emplace_back();
      read.attribute = condition.key();
      each_of(condition.value(), at + "[" + condition.key() + "]",
              [&](const Json& value, const std::string& value_at) {
                if (value.is_number_integer()) read.values.push_back(value.dump());
                else reader_.take(value, value_at, read.values.emplace_back());
              });
    }
  }

  ScorecardSetConfig config_;
};

/// A set as JSON, every field in a fixed order.
inline nlohmann::ordered_json write_scorecard_set(const ScorecardSetConfig& config) {
  nlohmann::ordered_json json;
  json["format"] = scorecard_format;
  json["id"] = config.id;
  json["version"] = config.version;
  json["rules"] = nlohmann::ordered_json::array();
  for (const SelectionRule& rule : config.rules) {
    nlohmann::ordered_json written;
    written["where"] = nlohmann::ordered_json::object();
    for (const AttributeCondition& each : rule.where) written["where"][each.attribute] = each.values;
    written["valid_from"] = nullptr;
    if (rule.valid_from) written["valid_from"] = to_string(*rule.valid_from);
    written["scorecard"] = ScorecardWriter::write(rule.scorecard);
    json["rules"].push_back(std::move(written));
  }
  return json;
}

}  // namespace fealty::health::detail
