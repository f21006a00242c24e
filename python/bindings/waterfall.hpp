// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/mrr_ledger.hpp>

#include <string>

namespace fealty::python {

/// A small picture, as SVG, of what moved MRR over the last twelve complete periods; empty without one.
std::string waterfall(const revenue::LedgerPeriods& periods);

}  // namespace fealty::python
