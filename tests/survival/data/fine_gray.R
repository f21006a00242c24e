# SPDX-License-Identifier: MIT
# Prints the figures that the tests of subdistribution hazards hold: Rscript fine_gray.R
# Lung cancer, where every third of those who died counts as dead of another cause.
library(survival)
library(cmprsk)
lung <- read.csv("lung.csv")
n <- nrow(lung)
row <- seq_len(n)
lung$id <- row
lung$sex2 <- lung$sex
lung$cause <- factor(ifelse(lung$status == 0, 0, 1 + (row %% 3 == 0)), 0:2, c("none", "a", "b"))
lung$start <- ifelse(row %% 4 == 0, lung$time %/% 3, 0)
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
show <- function(name, ...) cat(name, ":", format(c(...), digits = 12), "\n")
tell <- function(name, g, formula = Surv(fgstart, fgstop, fgstatus) ~ age + sex, ties = "efron") {
  fit <- coxph(formula, g, weights = fgwt, cluster = id, control = tight, ties = ties)
  show(name, coef(fit))
  show("  std errors", sqrt(diag(fit$var)))
  show("  naive", sqrt(diag(fit$naive.var)))
  show("  log-likelihoods", fit$loglik)
  show("  wald", fit$wald.test)
  invisible(fit)
}
a <- finegray(Surv(time, cause) ~ age + sex + id, lung, id = id)
efron <- tell("cause a", a)
tell("cause a, breslow", a, ties = "breslow")
tell("cause b", finegray(Surv(time, cause) ~ age + sex + id, lung, id = id, etype = "b"))
tell("cause a, strata", finegray(Surv(time, cause) ~ age + sex2 + id + strata(sex), lung, id = id),
     Surv(fgstart, fgstop, fgstatus) ~ age + strata(sex2))
late <- lung[lung$start < lung$time, ]
tell("cause a, late entry", finegray(Surv(start, time, cause) ~ age + sex + id, late, id = id))
rows <- lung[rep(row, 1 + (row - 1) %% 3), ]
rows$id <- seq_len(nrow(rows))
tell("cause a, cases, breslow", finegray(Surv(time, cause) ~ age + sex + id, rows, id = id), ties = "breslow")

# Without ties, where cmprsk means the same.
at <- lung$time + row / 1000
single <- crr(at, as.integer(lung$cause) - 1, cbind(lung$age, lung$sex), gtol = 1e-13, maxiter = 50)
show("crr", single$coef)
show("  std errors", sqrt(diag(single$var)))
show("  std errors by information", sqrt(diag(single$invinf)))
p <- predict(single, rbind(c(60, 1), c(75, 2)))
for (t in c(100, 300, 600)) show(paste("  incidence", t), tail(p[p[, 1] <= t, 2:3, drop = FALSE], 1))
lung$time <- at
tell("same by finegray", finegray(Surv(time, cause) ~ age + sex + id, lung, id = id), ties = "breslow")

# Standard errors of coefficients and of incidences, life by life and age by age.
directly <- function(name, start, stop, type, x, fit, estimated) {
  b <- coef(fit)
  s <- sort(stop[type == 1])
  u <- sort(stop[type == 0])
  v <- sort(unique(start[start > 0]))
  could_stop <- vapply(u, function(t) sum(start < t & stop >= t) + 0, 0)
  could_enter <- vapply(v, function(t) sum(start <= t & stop > t) + 0, 0)
  enter <- vapply(v, function(t) sum(start == t) + 0, 0)
  K <- function(t) prod(1 - 1 / could_stop[u < t]) * prod(1 - (enter / could_enter)[v >= t])
  Ks <- sapply(s, K)
  other <- type == 2
  W <- outer(start, s, "<") & outer(stop, s, ">=")
  W <- W + outer(other / sapply(stop, K), Ks) * outer(stop, s, "<")
  r <- drop(exp(x %*% b))
  S0 <- colSums(W * r)
  mean_x <- t(W * r) %*% x / S0
  part <- t(t(W * r) / S0)  # of each life in each hazard
  dM <- outer(stop, s, "==") * (type == 1) - part
  score <- rowSums(dM) * x - dM %*% mean_x
  q <- function(t, upto) {
    j <- s > t & s <= upto
    i <- other & stop <= t
    of <- part[i, j, drop = FALSE]
    list(x = colSums(rowSums(of) * x[i, , drop = FALSE]) - drop(colSums(of) %*% mean_x[j, , drop = FALSE]),
         hazard = sum(t(of) / S0[j]))
  }
  dMc <- outer(stop, u, "==") * (type == 0) - t(t(outer(start, u, "<") & outer(stop, u, ">=")) / could_stop)
  dMh <- outer(start, v, "==") -
    t(t(outer(start, v, "<=") & outer(stop, v, ">")) * enter / could_enter)
  through <- function(part_of, upto) {
    qu <- vapply(u, function(t) part_of(q(t, upto)), 0)
    qv <- vapply(v, function(t) part_of(q(t, upto)), 0)
    drop(dMc %*% (qu / could_stop)) - (if (length(v)) drop(dMh %*% (qv / could_enter)) else 0)
  }
  if (estimated) for (k in 1:2) score[, k] <- score[, k] + through(function(of) of$x[k], Inf)
  moved <- score %*% fit$naive.var
  show(paste(name, "std errors"), sqrt(diag(crossprod(moved))))
  for (t in c(100, 300, 600)) for (z in list(c(60, 1), c(75, 2))) {
    j <- s <= t
    a <- drop(dM[, j] %*% (1 / S0[j]))
    if (estimated) a <- a + through(function(of) of$hazard, t)
    hazard <- sum(1 / S0[j])
    by <- hazard * z - colSums(mean_x[j, , drop = FALSE] / S0[j])
    ratio <- exp(sum(z * b))
    show(paste("  incidence", t), 1 - exp(-hazard * ratio),
         exp(-hazard * ratio) * ratio * sqrt(sum((a + drop(moved %*% by))^2)))
  }
}
x <- cbind(lung$age, lung$sex)
type <- as.integer(lung$cause) - 1
m <- tell("once more", finegray(Surv(time, cause) ~ age + sex + id, lung, id = id), ties = "breslow")
directly("estimated", rep(0, n), lung$time, type, x, m, TRUE)
directly("known", rep(0, n), lung$time, type, x, m, FALSE)
m <- tell("late", finegray(Surv(start, time, cause) ~ age + sex + id, lung, id = id), ties = "breslow")
directly("late, estimated", lung$start, lung$time, type, x, m, TRUE)
directly("late, known", lung$start, lung$time, type, x, m, FALSE)
