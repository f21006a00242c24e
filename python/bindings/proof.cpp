// SPDX-License-Identifier: MIT
#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {

void bind_proof(const Scope&) {}

}  // namespace fealty::python
