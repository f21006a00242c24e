// SPDX-License-Identifier: MIT
#pragma once
namespace fealty::revenue { struct Accounts {}; }
