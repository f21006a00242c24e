# SPDX-License-Identifier: MIT
# Prints the figures of R's survival package that the tests of predictions hold (Brier score, area under the
# ROC curve, calibration), and writes the predictions that they are of to lung_predicted.csv: Rscript
# predictions.R
#
# Standard errors are computed here from their definition: each life's weight is moved a little, and all that
# follows, with the chance to be still watched (rttright), is computed anew.
library(survival)
lung <- read.csv("lung.csv")
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
fit <- coxph(Surv(time, status) ~ age + sex + ph.ecog, lung, control = tight)
ages <- c(60, 180, 365, 540, 730)
used <- !is.na(lung$ph.ecog)
curves <- summary(survfit(fit, newdata = lung[used, ]), times = ages)$surv
number <- function(x) ifelse(is.na(x), "", formatC(x, digits = 17, format = "g"))
table <- matrix(NA, nrow(lung), length(ages), dimnames = list(NULL, paste0("survival_", ages)))
table[used, ] <- t(curves)
risk <- replace(rep(NA, nrow(lung)), used, fit$linear.predictors)
cells <- cbind(apply(table, 2, number), risk = number(risk))
write.csv(cells, "lung_predicted.csv", quote = FALSE, row.names = FALSE)

y <- Surv(lung$time, lung$status)[used]
p <- table[used, ]
m <- risk[used]
ones <- rep(1, sum(used))
show <- function(name, ...) cat(name, ":", format(c(...), digits = 13), "\n")

# At each age, what lives count (in parts of their weights), and whether they have passed it.
counts <- function(w, age) {
  data <- data.frame(y = y, w = w)
  n <- as.numeric(rttright(y ~ 1, data, weights = w, times = age))
  n * sum(w) / sum(n)  # some versions count parts of 1, some the weights themselves; none is lost
}
passed <- function(age) y[, 1] > age | (y[, 1] == age & y[, 2] == 0)
curve <- function(w, age) summary(survfit(y ~ 1, weights = w), times = age)$surv
brier <- function(w, k) sum(counts(w, ages[k]) * (passed(ages[k]) - p[, k])^2) / sum(w)
null_brier <- function(w, k) sum(counts(w, ages[k]) * (passed(ages[k]) - curve(w, ages[k]))^2) / sum(w)
areas <- function(score) function(w, k) {
  n <- counts(w, ages[k])
  a <- n * !passed(ages[k])
  b <- n * passed(ages[k])
  order <- outer(score, score, ">") + outer(score, score, "==") / 2
  drop(a %*% order %*% b) / (sum(a) * sum(b))
}
whole <- seq_along(ages)
trapezoid <- function(f) function(w) {
  v <- sapply(whole, function(k) f(w, k))
  sum(diff(ages) * (head(v, -1) + tail(v, -1)) / 2) / (max(ages) - min(ages))
}
mean_area <- function(f) function(w) {
  s <- curve(w, ages)
  sum(-diff(c(1, s)) * sapply(whole, function(k) f(w, k))) / (1 - tail(s, 1))
}
slopes <- function(f, w) sapply(seq_along(w), function(i) {
  step <- replace(numeric(length(w)), i, 1e-4 * w[i])
  (f(w + step) - f(w - step)) / 2e-4
})
error <- function(f, w) sqrt(sum(slopes(f, w)^2))
cluster_error <- function(f, w, by) sqrt(sum(tapply(slopes(f, w), by, sum)^2))

v <- (0.5 + (seq_len(nrow(lung)) %% 7) / 4)[used]
c3 <- rep(1:3, length.out = nrow(lung))[used]
site <- ifelse(is.na(lung$inst), 999, lung$inst)[used]
tens <- (floor(lung$age / 10) - 2 * lung$sex)[used]
for (name in c("brier", "null_brier")) {
  f <- get(name)
  show(name, sapply(whole, function(k) f(ones, k)))
  show(paste(name, "integrated"), trapezoid(f)(ones))
  show(paste(name, "sampling"), sapply(whole, function(k) f(v, k)))
  show(paste(name, "cases"), sapply(whole, function(k) f(c3, k)))
}
show_areas <- function(name, f, w) show(name, sapply(whole, function(k) f(w, k)), mean_area(f)(w))
show_areas("auc", areas(m), ones)
show_areas("auc of a score with ties", areas(tens), ones)
show_areas("auc sampling", areas(m), v)
for (w in list(ones, v)) {
  errors <- function(f) sapply(whole, function(k) error(function(w) f(w, k), w))
  show("brier, errors", errors(brier), error(trapezoid(brier), w))
  show("auc, errors", errors(areas(m)), error(mean_area(areas(m)), w))
}
show("brier, cluster", sapply(whole, function(k) cluster_error(function(w) brier(w, k), ones, site)))
show("auc, cluster", sapply(whole, function(k) cluster_error(function(w) areas(m)(w, k), ones, site)))

# Calibration at 365: fifths of the predictions.
q <- p[, 3]
bin <- findInterval((rank(q) - .5) / length(q) * 5, 0:4)
for (b in 1:5) {
  s <- summary(survfit(y[bin == b] ~ 1, conf.type = "log-log"), times = 365)
  show(paste("fifth", b), range(q[bin == b]), mean(q[bin == b]), s$surv, s$std.err, s$lower, s$upper)
  show("lives, ended", sum(bin == b), sum(y[bin == b, 1] <= 365 & y[bin == b, 2] == 1))
}
s <- summary(survfit(y ~ 1), times = 365)
show("all", mean(q), s$surv, s$std.err)
ratio <- (1 - s$surv) / (1 - mean(q))
# In the large.
show("ratio", ratio, ratio * exp(c(-1, 1) * qnorm(.975) * s$std.err / (1 - s$surv)))

# The errors of areas by another hand, where riskRegression is installed: at one age it does not let ends come
# first, so that censorings are moved.
if (requireNamespace("riskRegression", quietly = TRUE)) {
  later <- data.frame(time = y[, 1] + .25 * (y[, 2] == 0), status = y[, 2])
  other <- riskRegression::Score(list(cox = 1 - p), Surv(time, status) ~ 1, later, times = ages,
                                 metrics = "auc", conservative = FALSE, cens.model = "km", null.model = FALSE)
  show("auc, errors of riskRegression", other$AUC$score$se)
}
