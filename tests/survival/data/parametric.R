# SPDX-License-Identifier: MIT
# Prints the figures that the tests of parametric models hold: Rscript parametric.R
# ovarian.csv is the data set `ovarian` of R's survival package (Edmunson et al. 1979, Cancer Treatment
# Reports 63:241-247): Rscript -e 'write.csv(survival::ovarian, "ovarian.csv", row.names = FALSE)'
library(survival)
lung <- read.csv("lung.csv")
heart <- read.csv("stanford_heart.csv")
rossi <- read.csv("rossi.csv")
ovarian <- read.csv("ovarian.csv")
tight <- survreg.control(rel.tolerance = 1e-13, maxiter = 200)
show <- function(name, ...) cat(name, ":", format(c(...), digits = 13), "\n")
tell <- function(name, m, var = m$var) {
  scale <- if (nrow(m$var) > length(coef(m))) log(m$scale)
  show(name, coef(m), scale)
  show("  std errors", sqrt(diag(var)))
  show("  log-likelihoods", m$loglik)
}

# R's survreg(): its distributions, weights, clusters, censoring.
for (dist in c("exponential", "weibull", "lognormal", "loglogistic"))
  tell(dist, survreg(Surv(time, status) ~ age + sex, lung, dist = dist, control = tight))
tell("ovarian", survreg(Surv(futime, fustat) ~ ecog.ps + rx, ovarian, control = tight))
effects <- Surv(week, arrest) ~ fin + age + race + wexp + mar + paro + prio
tell("rossi", survreg(effects, rossi, control = tight))
tell("levels", survreg(Surv(time, status) ~ factor(ph.ecog) + age, lung, dist = "lognormal", control = tight))
tell("no covariates", survreg(Surv(time, status) ~ 1, lung, dist = "loglogistic", control = tight))
w <- rep(1:3, length.out = nrow(lung))
tell("cases", survreg(Surv(time, status) ~ age + sex, lung, weights = w, dist = "lognormal", control = tight))
# survreg() forgets weights in its robust variance: the weighted residuals remember them.
v <- 0.5 + (seq_len(nrow(lung)) %% 7) / 4
m <- survreg(Surv(time, status) ~ age + sex, lung, weights = v, control = tight)
tell("sampling", m, crossprod(residuals(m, "dfbeta", weighted = TRUE)))
tell("robust", survreg(Surv(time, status) ~ age + sex, lung, robust = TRUE, control = tight))
site <- ifelse(is.na(lung$inst), 999, lung$inst)
m <- survreg(Surv(time, status) ~ age + sex, lung, cluster = site, dist = "loglogistic", control = tight)
tell("cluster", m)
# Two thirds of those who ended are known at visits only: every 90 days.
seen <- seq_len(nrow(lung)) %% 3 == 0 | lung$status == 0
low <- ifelse(seen, lung$time, 90 * (ceiling(lung$time / 90) - 1))
high <- ifelse(seen, ifelse(lung$status == 1, lung$time, NA), 90 * ceiling(lung$time / 90))
low[low == 0] <- NA
for (dist in c("weibull", "lognormal", "loglogistic"))
  tell(paste("interval", dist),
       survreg(Surv(low, high, type = "interval2") ~ age + sex, lung, dist = dist, control = tight))

# Likelihoods written out, and their maxima: Newton's method with differences of the sixth order.
stencil <- c(-1, 9, -45, 0, 45, -9, 1) / 60
bend <- c(2, -27, 270, -490, 270, -27, 2) / 180
maximize <- function(name, f, start) {
  down <- function(x) -f(x)
  x <- optim(start, down, method = "Nelder-Mead", control = list(maxit = 20000, reltol = 1e-14))$par
  x <- optim(x, down, method = "BFGS", control = list(maxit = 1000, reltol = 1e-15))$par
  unit <- 0.03 / sqrt(diag(optimHess(x, down)))
  n <- length(x)
  at <- function(i, a, j, b) {
    y <- x
    y[i] <- y[i] + a * unit[i]
    y[j] <- y[j] + b * unit[j]
    f(y)
  }
  for (step in 1:4) {
    score <- sapply(1:n, function(i) sum(stencil * sapply(-3:3, function(a) at(i, a, i, 0))))
    second <- matrix(0, n, n)
    for (i in 1:n) {
      second[i, i] <- sum(bend * sapply(-3:3, function(a) at(i, a, i, 0)))
      for (j in seq_len(i - 1)) {
        grid <- outer(-3:3, -3:3, Vectorize(function(a, b) if (a * b == 0) 0 else at(i, a, j, b)))
        second[i, j] <- second[j, i] <- sum(outer(stencil, stencil) * grid)
      }
    }
    x <- x - unit * solve(second, score)
  }
  show(name, x)
  show("  std errors", unit * sqrt(diag(solve(-second))))
  show("  log-likelihood", f(x))
  invisible(list(x = x, var = outer(unit, unit) * solve(-second)))
}
# Distributions by location, log scale, and shape Q: log density and log survival.
weibull <- list(
  d = function(t, m, s, q) dweibull(t, exp(-s), exp(m), log = TRUE),
  S = function(t, m, s, q) pweibull(t, exp(-s), exp(m), lower.tail = FALSE, log.p = TRUE))
lognormal <- list(
  d = function(t, m, s, q) dlnorm(t, m, exp(s), log = TRUE),
  S = function(t, m, s, q) plnorm(t, m, exp(s), lower.tail = FALSE, log.p = TRUE))
loglogistic <- list(
  d = function(t, m, s, q) dlogis((log(t) - m) / exp(s), log = TRUE) - s - log(t),
  S = function(t, m, s, q) plogis((log(t) - m) / exp(s), lower.tail = FALSE, log.p = TRUE))
gengamma <- list(
  d = function(t, m, s, q) {
    u <- log(q^-2) + q * (log(t) - m) / exp(s)  # log of a gamma variable of shape 1 / q^2
    log(abs(q)) - s - log(t) + dgamma(exp(u), q^-2, log = TRUE) + u
  },
  S = function(t, m, s, q)
    pgamma(exp(log(q^-2) + q * (log(t) - m) / exp(s)), q^-2, lower.tail = q < 0, log.p = TRUE))
alive <- function(dist, t, ...) ifelse(t > 0, dist$S(pmax(t, 1e-300), ...), 0)
# With a chance p never to end, those that entered at `entry`.
likelihood <- function(dist, entry, time, ended, m, s, q = 0, p = 0, w = 1) {
  S <- function(t) log(p + (1 - p) * exp(alive(dist, t, m, s, q)))
  sum(w * (ifelse(ended == 1, log(1 - p) + dist$d(time, m, s, q), S(time)) - S(entry)))
}
on_heart <- function(dist, shape = FALSE) function(x) {
  m <- x[1] + x[2] * heart$age + x[3] * heart$surgery
  likelihood(dist, heart$start, heart$stop, heart$event, m, x[4], if (shape) x[5] else 0)
}
at <- c(5, -.05, 1.4, .7)
maximize("late entry, weibull", on_heart(weibull), at)
maximize("late entry, lognormal", on_heart(lognormal), at)
maximize("late entry, loglogistic", on_heart(loglogistic), at)
maximize("late entry, generalized gamma", on_heart(gengamma, TRUE), c(at, .2))
on_lung <- function(dist, shape = FALSE, cure = FALSE, w = 1) function(x) {
  m <- x[1] + x[2] * lung$age + x[3] * lung$sex
  q <- if (shape) x[5] else 0
  p <- if (cure) plogis(x[length(x)]) else 0
  likelihood(dist, 0, lung$time, lung$status, m, x[4], q, p, w)
}
at <- c(6, -.01, .4, -.3)
maximize("generalized gamma", on_lung(gengamma, TRUE), c(at, .9))
maximize("generalized gamma, weights", on_lung(gengamma, TRUE, w = w), c(at, .9))
on_rossi <- function(x) {
  m <- x[1] + x[2] * rossi$fin + x[3] * rossi$age + x[4] * rossi$prio
  likelihood(gengamma, 0, rossi$week, rossi$arrest, m, x[5], x[6])
}
maximize("generalized gamma, rossi", on_rossi, c(4, .3, .04, -.07, -.3, .9))
# Ages turned around turn the shape: one that is negative. Those above 700 are censored.
back <- 1e5 / lung$time
turned <- function(x) {
  m <- x[1] + x[2] * lung$age
  likelihood(gengamma, 0, pmin(back, 700), as.integer(back <= 700), m, x[3], x[4])
}
maximize("generalized gamma, negative shape", turned, c(6, .01, -.3, -.5))
maximize("cure, weibull", on_lung(weibull, cure = TRUE), c(at, -3))
maximize("cure, generalized gamma", on_lung(gengamma, TRUE, cure = TRUE), c(at, 1.1, -3))
late_cure <- function(x) {
  m <- x[1] + x[2] * heart$surgery
  likelihood(loglogistic, heart$start, heart$stop, heart$event, m, x[3], 0, plogis(x[4]))
}
maximize("cure, late entry, loglogistic", late_cure, c(4, 1.7, .2, -3))
cure_by_sex <- function(x) {
  p <- plogis(x[4] + x[5] * lung$sex)
  likelihood(weibull, 0, lung$time, lung$status, x[1] + x[2] * lung$age, x[3], 0, p)
}
maximize("cure by sex, weibull", cure_by_sex, c(6.8, -.01, -.3, -5, 1.5))

# Piecewise exponential, as Poisson counts.
poisson_fit <- function(name, formula, data, breaks, effects) {
  cut <- survSplit(formula, data, cut = breaks, episode = "piece")
  cut$piece <- factor(cut$piece)
  g <- glm(reformulate(c("0", "piece", effects, "offset(log(stop - start))"), "event"), poisson, cut,
           control = glm.control(epsilon = 1e-15, maxit = 100))
  show(name, coef(g))
  show("  std errors", sqrt(diag(vcov(g))))
  h <- fitted(g)
  show("  log-likelihood", sum(cut$event * log(h / (cut$stop - cut$start)) - h))
}
l <- data.frame(start = 0, stop = lung$time, event = lung$status, age = lung$age, sex = lung$sex)
poisson_fit("piecewise", Surv(start, stop, event) ~ ., l, c(180, 365), c("age", "sex"))
poisson_fit("piecewise, late entry", Surv(start, stop, event) ~ ., heart, c(30, 100, 500),
            c("age", "surgery"))
# Lives that ended between two ages.
from <- ifelse(is.na(low), 0, low)
between <- !is.na(high) & from < high
exact <- !is.na(high) & from == high
by_interval <- function(density, S) {
  chance <- ifelse(between, log(exp(S(from)) - exp(ifelse(between, S(high), 0))), S(from))
  sum(ifelse(exact, density(pmax(from, 1e-300)), chance))
}
interval_gamma <- function(x) {
  m <- x[1] + x[2] * lung$age + x[3] * lung$sex
  by_interval(function(t) gengamma$d(t, m, x[4], x[5]), function(t) alive(gengamma, t, m, x[4], x[5]))
}
maximize("interval, generalized gamma", interval_gamma, c(6, -.01, .4, -.3, .9))
rates <- function(x, t) {
  e <- sapply(1:3, function(j) pmax(0, pmin(t, c(180, 365, Inf)[j]) - c(0, 180, 365)[j]))
  -drop(e %*% exp(x[1:3])) * exp(x[4] * lung$age + x[5] * lung$sex)
}
interval_piecewise <- function(x) {
  j <- findInterval(from, c(180, 365), left.open = TRUE) + 1
  by_interval(function(t) x[j] + x[4] * lung$age + x[5] * lung$sex + rates(x, t), function(t) rates(x, t))
}
maximize("interval, piecewise", interval_piecewise, c(-6.6, -6.1, -6, .01, -.5))

# Predictions: of survreg() where it makes them, otherwise by the delta method with the same differences.
new <- data.frame(age = c(60, 75), sex = c(1, 2))
for (dist in c("weibull", "lognormal", "loglogistic")) {
  m <- survreg(Surv(time, status) ~ age + sex, lung, dist = dist, control = tight)
  q <- predict(m, new, type = "quantile", p = c(.25, .5, .75), se.fit = TRUE)
  show(paste("quantiles", dist), t(q$fit))
  show("  std errors", t(q$se.fit))
}
delta <- function(g, fit) {
  unit <- 0.03 * sqrt(diag(fit$var))
  slope <- sapply(seq_along(fit$x), function(i)
    sum(stencil * sapply(-3:3, function(a) g(replace(fit$x, i, fit$x[i] + a * unit[i])))) / unit[i])
  c(g(fit$x), sqrt(drop(slope %*% fit$var %*% slope)))
}
of <- function(m) list(x = c(coef(m), log(m$scale)), var = m$var)
# Log survival, cumulative hazard and so on of a man of 60, from an age that he has passed.
S60 <- function(dist, shape = FALSE, cure = FALSE) function(x, t) {
  s <- alive(dist, t, x[1] + 60 * x[2] + x[3], x[4], if (shape) x[5] else 0)
  if (cure) log(plogis(x[length(x)]) + (1 - plogis(x[length(x)])) * exp(s)) else s
}
ahead <- function(name, S, fit, given, t, mean = TRUE) {
  s <- delta(function(x) S(x, t) - S(x, given), fit)
  half <- qnorm(.975) * s[2] / abs(s[1])
  show(paste(name, "survival"), exp(s[1]), exp(s[1]) * s[2], exp(s[1] * exp(half)), exp(s[1] * exp(-half)))
  fifth <- function(x)
    uniroot(function(y) S(x, y) - S(x, given) - log(.8), c(given, 1e5), tol = 1e-13)$root
  show("  quantile .2", delta(fifth, fit))
  area <- function(x) {
    f <- function(y) exp(S(x, y) - S(x, given))
    cuts <- given + c(0, 100, 300, 1000, 3000, 1e4)
    sum(sapply(1:5, function(i) integrate(f, cuts[i], cuts[i + 1], rel.tol = 1e-12)$value)) +
      integrate(f, 1e4 + given, Inf, rel.tol = 1e-10)$value
  }
  if (mean) show("  mean", delta(area, fit))
}
w1 <- of(survreg(Surv(time, status) ~ age + sex, lung, control = tight))
l1 <- of(survreg(Surv(time, status) ~ age + sex, lung, dist = "loglogistic", control = tight))
g1 <- maximize("generalized gamma", on_lung(gengamma, TRUE), c(6, -.01, .4, -.3, .9))
c1 <- maximize("cure, weibull", on_lung(weibull, cure = TRUE), c(6, -.01, .4, -.3, -3))
ahead("weibull", S60(weibull), w1, 0, 365)
ahead("weibull, given 180", S60(weibull), w1, 180, 365)
ahead("loglogistic, given 180", S60(loglogistic), l1, 180, 365)
ahead("generalized gamma", S60(gengamma, TRUE), g1, 0, 365)
ahead("generalized gamma, given 180", S60(gengamma, TRUE), g1, 180, 365)
ahead("cure, given 180", S60(weibull, cure = TRUE), c1, 180, 365, mean = FALSE)
p1 <- maximize("piecewise", function(x) {
  j <- findInterval(lung$time, c(180, 365), left.open = TRUE) + 1
  sum(lung$status * (x[j] + x[4] * lung$age + x[5] * lung$sex) + rates(x, lung$time))
}, c(-6.6, -6.1, -6, .01, -.5))
pieces <- function(x, t) {
  e <- sapply(1:3, function(j) pmax(0, pmin(t, c(180, 365, Inf)[j]) - c(0, 180, 365)[j]))
  -drop(matrix(e, ncol = 3) %*% exp(x[1:3])) * exp(60 * x[4] + x[5])
}
ahead("piecewise, given 100", pieces, p1, 100, 400)
