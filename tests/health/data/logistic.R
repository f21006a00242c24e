# Rscript tests/health/data/logistic.R: makes logistic.csv anew, and prints what the tests compare with.
library(glmnet)
library(sandwich)

set.seed(11)
n <- 240
account <- rep(sprintf("A%02d", 1:60), each = 4)
plan <- rep(sample(c("basic", "pro", "team"), 60, replace = TRUE), each = 4)
usage <- round(rnorm(n, 5, 2), 3)
tickets <- rpois(n, 1.5)
weight <- round(runif(n, 0.2, 3), 2)
draw <- rep(rnorm(60, 0, 0.7), each = 4)
outcome <- rbinom(n, 1, plogis(0.4 - 0.35 * usage + 0.3 * tickets - 0.8 * (plan == "team") + draw))
usage[c(7, 120)] <- NA
folder <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
d <- data.frame(account, plan, usage, tickets, weight, outcome)
write.csv(d, file.path(folder, "logistic.csv"), row.names = FALSE, quote = FALSE, na = "")

show <- function(name, ...) cat(name, format(c(...), digits = 13), "\n")
tight <- glm.control(epsilon = 1e-15, maxit = 200)
d <- d[!is.na(d$usage), ]
formula <- outcome ~ usage + tickets + plan
plain <- glm(formula, binomial, d, control = tight)
show("plain", coef(plain), sqrt(diag(vcov(plain))), deviance(plain), plain$null.deviance)
clustered <- vcovCL(plain, cluster = d$account)  # type HC0, times G / (G - 1)
show("clustered", sqrt(diag(clustered)))
show("each row", sqrt(diag(vcovCL(plain, cluster = seq_len(nrow(d))))))
weighted <- suppressWarnings(glm(formula, binomial, d, weights = weight, control = tight))
show("weighted", coef(weighted), deviance(weighted), weighted$null.deviance)
x <- model.matrix(formula, d)  # errors at the coefficients; those of vcov() are of the step before
mu <- as.numeric(plogis(x %*% coef(weighted)))
show("weighted errors", sqrt(diag(solve(t(x) %*% (x * d$weight * mu * (1 - mu))))))

# Ridge: glmnet's, with its thresh as small as it goes; it takes factors relative to their mean.
x <- model.matrix(formula, d)[, -1]
fit <- function(lambda, ...) {
  found <- glmnet(x, d$outcome, "binomial", alpha = 0, lambda = lambda, thresh = 1e-30, maxit = 1e7, ...)
  c(as.numeric(found$a0), as.numeric(found$beta))
}
show("ridge", fit(0.05, weights = d$weight))
show("ridge of units", fit(0.05, standardize = FALSE))
factors <- c(1, 0, 2, 2)  # usage, tickets and both levels of plan
show("factors", fit(0.05 * mean(factors), penalty.factor = factors))
show("signs", fit(0.01, lower.limits = c(0, 0, -Inf, -Inf)))

# glmnet stops at some 10 digits here. Newton's steps of the same: the log-likelihood less penalty / 2 b^2.
a <- cbind(1, x)
newton <- function(weight, penalty) {
  b <- rep(0, ncol(a))
  for (i in 1:100) {
    mu <- as.numeric(plogis(a %*% b))
    curvature <- t(a) %*% (a * (weight * mu * (1 - mu)))
    b <- b + as.numeric(solve(curvature + penalty, t(a) %*% (weight * (d$outcome - mu)) - penalty %*% b))
  }
  list(b = b, curvature = curvature)
}
variance <- function(v, w) sum(w * (v - weighted.mean(v, w))^2) / sum(w)
w <- d$weight
show("ridge, exact", newton(w, diag(c(0, sum(w) * 0.05 * apply(x, 2, variance, w))))$b)
w <- rep(1, nrow(a))
penalty <- diag(c(0, nrow(a) * 0.05 * apply(x, 2, variance, w) * factors))
show("factors, exact", newton(w, penalty)$b)
penalty <- diag(c(0, rep(nrow(a) * 0.05, 4)))
found <- newton(w, penalty)
curvature <- found$curvature
show("ridge of units, exact", found$b)
show("errors of units", sqrt(diag(solve(curvature + penalty))), sum(diag(curvature %*% solve(curvature + penalty))))

# Quasi-complete separation: nobody on the plan "team" has the outcome; a normal prior of standard deviation
# 2.5 for two standard deviations of usage and tickets, and for the step of a level.
d$outcome[d$plan == "team"] <- 0
unit <- c(2 * sqrt(apply(x, 2, variance, w))[1:2], 1, 1)
prior <- diag(c(0, unit^2 / 2.5^2))
found <- newton(w, prior)
show("prior", found$b, sqrt(diag(solve(found$curvature + prior))))

# Predictions of the plain model for three rows.
ahead <- data.frame(usage = c(5, 2, 9), tickets = c(1, 4, 0), plan = c("basic", "pro", "team"))
link <- predict(plain, ahead, se.fit = TRUE)
show("linear predictor", link$fit, link$se.fit)
show("probability", plogis(link$fit), plogis(link$fit - qnorm(0.975) * link$se.fit))
