// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/calibrator.hpp>

#include <string>
#include <string_view>

namespace fealty::health {

/// A calibrator as JSON: its kind, parameters or knots, and how it was made; not its findings, which may name
/// rows. It keeps every bit.
///
/// \param calibrator  as made by platt(), isotonic() or beta_calibration()
/// \returns           an object of format 1
/// \throws InvalidInput  for a calibrator that no fit gives, or that learned nothing
std::string calibrator_json(const Calibrator& calibrator);

/// Reads a calibrator from JSON. Nothing in it is run.
///
/// \param json  as written by calibrator_json(), of at most 67,108,864 characters
/// \returns     the calibrator; it gives the same probabilities, to the last bit
/// \throws InvalidInput  for a format newer than 1, named; for what is no JSON object, keys that are missing,
///                       unknown or stand there twice, values of another type or out of range, and all that
///                       calibrate() refuses
/// \see calibrate()
Calibrator calibrator_from_json(std::string_view json);

}  // namespace fealty::health

#include <fealty/health/detail/make_calibrator_json.hpp>
