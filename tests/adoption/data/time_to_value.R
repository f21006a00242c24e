# SPDX-License-Identifier: MIT
# Prints the time to value of twelve accounts as R's survival package has it: Rscript time_to_value.R
library(survival)
options(digits = 13)
t <- c(1, 2, 2, 3, 4, 4, 5, 6, 7, 7, 8, 10)
e <- c(1, 1, 2, 1, 0, 1, 2, 1, 0, 1, 0, 2) # 1 value, 2 churn
fit <- survfit(Surv(t, factor(e, 0:2, c("waiting", "value", "churn"))) ~ 1, influence = TRUE)
print(cbind(time = fit$time, at_risk = fit$n.risk[, 1], fit$pstate, std_error = fit$std.err[, 2]))
# The area above the curve up to 8, and its error by the influence of each account on the curve.
width <- pmax(0, pmin(c(fit$time[-1], Inf), 8) - fit$time)
ages <- dim(fit$influence.pstate)[2] - length(fit$time) + seq_along(fit$time) # that of age 0 stands before
print(c(8 - sum(width * fit$pstate[, 2]), sqrt(sum((fit$influence.pstate[, ages, 2] %*% width)^2))))
naive <- survfit(Surv(t, e == 1) ~ 1) # those who left as last seen when they left
print(c(1 - summary(naive, times = 7)$surv, summary(naive, rmean = 8)$table[c("rmean", "se(rmean)")]))
