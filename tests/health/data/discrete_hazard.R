# Rscript tests/health/data/discrete_hazard.R: makes discrete_hazard.csv anew, expands it to a row for each life
# and period, and prints what the tests compare with.
library(glmnet)

set.seed(5)
n <- 200
seats <- round(rexp(n, 1 / 20), 1)
plan <- sample(c("basic", "pro"), n, replace = TRUE)
weight <- sample(1:3, n, replace = TRUE)
entry <- ifelse(runif(n) < 0.2, sample(1:3, n, replace = TRUE), 0)
duration <- ended <- integer(n)
for (i in 1:n) {
  k <- entry[i]
  repeat {
    k <- k + 1
    if (k != 5 && runif(1) < plogis(-1.9 - 0.02 * seats[i] + 0.6 * (plan[i] == "pro") + 0.1 * k)) {
      ended[i] <- 1
      break
    }
    if (k == 12 || runif(1) < 0.05) break
  }
  duration[i] <- k
}
folder <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
d <- data.frame(duration, entry, ended, seats, plan, weight)
write.csv(d, file.path(folder, "discrete_hazard.csv"), row.names = FALSE, quote = FALSE)

long <- do.call(rbind, lapply(1:n, function(i) {
  period <- (entry[i] + 1):duration[i]
  data.frame(period, end = as.integer(ended[i] == 1 & period == duration[i]), seats = seats[i], plan = plan[i],
             weight = weight[i])
}))
show <- function(name, ...) cat(name, format(c(...), digits = 13), "\n")
tight <- glm.control(epsilon = 1e-15, maxit = 500)
# Nobody ends in periods 5 and 11: they have no finite coefficient, and add nothing to the likelihood.
open <- long[!long$period %in% c(5, 11), ]
fit <- function(name, formula, data, family, count = rep(1, nrow(data))) {
  data$count <- count
  found <- suppressWarnings(glm(formula, family, data, weights = count, control = tight))
  x <- model.matrix(found)
  family <- found$family
  for (i in 1:50) {  # glm stops where the deviance does; coefficients go on for some digits
    eta <- as.numeric(x %*% coef(found))
    mu <- family$linkinv(eta)
    w <- count * family$mu.eta(eta)^2 / family$variance(mu)
    slope <- t(x) %*% (count * (data$end - mu) * family$mu.eta(eta) / family$variance(mu))
    found$coefficients <- coef(found) + as.numeric(solve(t(x) %*% (x * w), slope))
  }
  show(name, coef(found), sqrt(diag(solve(t(x) %*% (x * w)))), deviance(found))
  invisible(found)
}
fit("logit by period", end ~ 0 + factor(period) + seats + plan, open, binomial)
fit("cloglog by period", end ~ 0 + factor(period) + seats + plan, open, binomial("cloglog"))
fit("weighted", end ~ 0 + factor(period) + seats + plan, open, binomial, open$weight)
cubic <- fit("cubic", end ~ period + I(period^2) + I(period^3) + seats + plan, long, binomial)
log_period <- fit("cloglog of log", end ~ log(period) + seats + plan, long, binomial("cloglog"))
x <- model.matrix(end ~ period + I(period^2) + seats + plan, long)[, -1]
ridge <- glmnet(x, long$end, "binomial", alpha = 0, lambda = 0.02 * 2 / 4, standardize = FALSE, thresh = 1e-30,
                maxit = 1e8, penalty.factor = c(0, 0, 1, 1))
show("ridge", as.numeric(ridge$a0), as.numeric(ridge$beta))

# Survival of a life of 4 periods, 10 seats, on the plan "pro", over the next three.
for (found in list(cubic, log_period)) {
  ahead <- data.frame(period = 5:7, seats = 10, plan = "pro")
  hazard <- predict(found, ahead, type = "response")
  x <- model.matrix(delete.response(terms(found)), ahead, xlev = list(plan = c("basic", "pro")))
  eta <- as.numeric(x %*% coef(found))
  a <- model.matrix(found)
  at <- as.numeric(a %*% coef(found))
  w <- found$family$mu.eta(at)^2 / found$family$variance(found$family$linkinv(at))
  covariance <- solve(t(a) %*% (a * w))
  slope <- apply(x * found$family$mu.eta(eta) / (1 - hazard), 2, cumsum)  # of the cumulative hazard
  error <- sqrt(diag(slope %*% covariance %*% t(slope)))
  show("survival", hazard, cumprod(1 - hazard), cumprod(1 - hazard) * error)
}
