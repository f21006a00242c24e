# SPDX-License-Identifier: MIT
# What calibration_measures_test.cpp, platt_test.cpp, beta_calibration_test.cpp, calibration_curve_test.cpp and
# churn_by_band_test.cpp hold. Needs sandwich and rms (Debian's r-cran-sandwich, r-cran-rms).
suppressMessages({
  library(sandwich)
  library(rms)
})
options(digits = 15)
tight <- glm.control(epsilon = 1e-15, maxit = 100)

# The examples of ../calibration_tables.hpp.
i <- 0:199
p <- ((i * 37) %% 101 + 1) / 103
health <- 100 - 100 * p
y <- as.integer(((i * 53) %% 197) / 197 < 0.05 + 0.6 * p * p)
account <- i %% 40
w <- 1 + i %% 3
cat("outcomes", sum(y), "\n")

platt <- function(x, w) {
  plus <- sum(w[y == 1])
  minus <- sum(w[y == 0])
  target <- ifelse(y == 1, (plus + 1) / (plus + 2), 1 / (minus + 2))
  suppressWarnings(coef(glm(target ~ x, family = binomial, weights = w, control = tight)))
}
one <- rep(1, 200)
cat("platt health", platt(health, one), "\n")
cat("platt health, weights", platt(health, w), "\n")
cat("platt logit p", platt(qlogis(p), one), "\n")

# An outcome that is as likely as p says, for slopes that are not held; of y, the one of log p is.
even <- as.integer(((i * 71) %% 199) / 199 < p)
cat("beta, even", coef(glm(even ~ log(p) + I(-log(1 - p)), family = binomial, control = tight)), "\n")
cat("beta, even, weights", suppressWarnings(coef(glm(even ~ log(p) + I(-log(1 - p)), family = binomial, weights = w,
                                                    control = tight))), "\n")
cat("beta, free", coef(glm(y ~ log(p) + I(-log(1 - p)), family = binomial, control = tight)), "\n")
cat("beta, rest", coef(glm(y ~ I(-log(1 - p)), family = binomial, control = tight)), "\n")
loss <- function(at) {
  x <- at[1] + at[2] * log(p) - at[3] * log(1 - p)
  sum(log1p(exp(-abs(x))) + pmax(x, 0) - y * x)
}
cat("beta, held", optim(c(0, 1, 1), loss, method = "L-BFGS-B", lower = c(-Inf, 0, 0),
                        control = list(factr = 1, maxit = 1e4))$par, "\n")

curves <- function(w, clustered) {
  # Twice, since glm() has errors of the step before the last.
  twice <- function(formula) {
    environment(formula) <- environment()
    fit <- suppressWarnings(glm(formula, family = binomial, weights = w, control = tight))
    suppressWarnings(glm(formula, family = binomial, weights = w, control = tight, start = coef(fit)))
  }
  joint <- twice(y ~ qlogis(p))
  large <- twice(y ~ offset(qlogis(p)))
  errors <- function(fit)
    sqrt(diag(if (clustered) vcovCL(fit, account, type = "HC0", cadjust = TRUE) else vcov(fit)))
  cat("slope", coef(joint)[2], errors(joint)[2], "intercept", coef(joint)[1], errors(joint)[1],
      "in the large", coef(large), errors(large), "\n")
}
curves(one, FALSE)
curves(one, TRUE)
curves(w, FALSE)
curves(w, TRUE)

means <- function(clustered) {
  error <- function(x) {
    fit <- lm(x ~ 1)
    if (clustered) sqrt(vcovCL(fit, account, type = "HC0", cadjust = TRUE)) else sqrt(vcov(fit))
  }
  square <- (p - y)^2
  share <- mean(y)
  u <- share * (1 - share)
  b <- mean(square)
  surprise <- -ifelse(y == 1, log(p), log(1 - p))
  cat("brier", b, error(square), "skill", 1 - b / u, error(-square / u + b / u^2 * (1 - 2 * share) * y),
      "log loss", mean(surprise), error(surprise), "difference", mean(p) - share, error(p - y),
      "ratio", mean(p) / share, error(p / mean(p) - y / share), "\n")
}
means(FALSE)
means(TRUE)
cat("rms:", "\n")
print(val.prob(p, y, pl = FALSE)[c("Brier", "Intercept", "Slope", "S:z", "S:p")])

cat("wilson", prop.test(3, 17, correct = FALSE)$conf.int, "\n")

trend <- prop.trend.test(c(20, 25, 30), c(60, 120, 200))
cat("trend", sqrt(trend$statistic), trend$p.value, "\n")
cat("neighbors", prop.test(c(20, 25), c(60, 120), correct = FALSE)$p.value,
    prop.test(c(25, 30), c(120, 200), correct = FALSE)$p.value, "\n")
