// SPDX-License-Identifier: MIT
// Each module binds itself, in a file of its own; lower floors come first.
#pragma once

#include "api.hpp"

namespace fealty::python {

void bind_core(const Scope& scope);
void bind_policy(const Scope& scope);  // of fealty.revenue
void bind_revenue(const Scope& scope);
void bind_retention(const Scope& scope);
void bind_company(const Scope& scope);

}  // namespace fealty::python
