// SPDX-License-Identifier: MIT
// States that can forget an account, or its name: C++ has an overload for each kind of id.
#pragma once

#include <fealty/revenue/detail/account_ids.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "bind.hpp"

namespace fealty::python {

/// What anonymize() did.
struct AnonymizedAccount {
  std::size_t rows = 0;
  std::optional<AccountId> alias;
};

template <class State>
AnonymizedAccount anonymize(State& state, const AccountId& account, const std::optional<AccountId>& alias) {
  const auto with = [&]<class Id>(Id id) {
    std::optional<Id> wanted;
    if (alias) {
      if (alias->index() != account.index())
        throw InvalidInput(
            {.who = "anonymize",
             .what = "alias",
             .where = {},
             .value = std::visit([](const auto& each) { return fmt::format("{}", each); }, *alias),
             .rule = "is of another kind than the account's id"});
      wanted =
          std::get<std::conditional_t<std::is_same_v<Id, std::int64_t>, std::int64_t, std::string>>(*alias);
    }
    auto done = state.anonymize(id, wanted);
    AnonymizedAccount out{done.rows, {}};
    if (done.alias) out.alias = std::move(*done.alias);
    return out;
  };
  if (const auto* text = std::get_if<std::string>(&account)) return with(std::string_view(*text));
  return with(std::get<std::int64_t>(account));
}

template <class State>
void add_forgetting(Class<State>& type) {
  type.method("erase",
              [](State& state, const AccountId& account) {
                if (const auto* text = std::get_if<std::string>(&account))
                  return state.erase(std::string_view(*text));
                return state.erase(std::get<std::int64_t>(account));
              },
              {{"account"}})
      .method("anonymize",
              [](State& state, const AccountId& account, const std::optional<AccountId>& alias) {
                return anonymize(state, account, alias);
              },
              {{"account"}, {"alias", py::none()}});
}

}  // namespace fealty::python
