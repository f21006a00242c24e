# SPDX-License-Identifier: MIT
# Prints the figures of R that the tests of discrimination hold: Rscript discrimination.R. Areas and their errors
# are those of pROC; with clusters and weights, sums over all pairs written out.
suppressMessages(library(pROC))
digits <- function(...) cat(..., "\n", sep = " ")
f <- function(x) format(x, digits = 13)
asah <- read.csv("asah.csv")
curve <- function(score, direction = "<") roc(asah$outcome, asah[[score]], direction = direction, quiet = TRUE)
for (score in c("s100b", "wfns", "ndka")) {
  a <- curve(score)
  digits(score, f(c(auc(a), var(a), ci.auc(a)[c(1, 3)])))
}
digits("s100b at 80%", f(ci.auc(curve("s100b"), conf.level = 0.8)[c(1, 3)]))
for (other in c("wfns", "ndka")) {
  test <- roc.test(curve("s100b"), curve(other), method = "delong", paired = TRUE)
  covariance <- cov(curve("s100b"), curve(other))
  digits("s100b -", other, f(c(test$statistic, test$p.value, covariance, test$conf.int)))
}
points <- coords(curve("s100b"), c(0.115, 0.205, 0.435), ret = c("sensitivity", "specificity", "tp", "fp"))
print(points, digits = 13)
set.seed(1)
digits("bootstrap", f(ci.auc(curve("s100b"), method = "bootstrap", boot.n = 20000, boot.stratified = FALSE)[c(1, 3)]))
ks <- suppressWarnings(ks.test(asah$s100b[asah$outcome == 1], asah$s100b[asah$outcome == 0], exact = FALSE))
digits("ks", f(c(ks$statistic, ks$p.value)))

# Every pair: 1 in order, one half tied, 0 in the wrong order.
influence <- function(score, w) {
  happened <- asah$outcome == 1
  order <- outer(score[happened], score[!happened], function(x, y) (x > y) + (x == y) / 2)
  w1 <- w[happened] / sum(w[happened])
  w0 <- w[!happened] / sum(w[!happened])
  area <- drop(t(w1) %*% order %*% w0)
  with <- without <- numeric(nrow(asah))
  with[happened] <- w1 * (order %*% w0 - area)
  without[!happened] <- w0 * (t(order) %*% w1 - area)
  list(area = area, with = with, without = without)
}
# Obuchowski (1997), with weights that are relative within each class.
covariance <- function(a, b, cluster) {
  happened <- asah$outcome == 1
  sums <- function(x) tapply(x, cluster, sum)
  with <- length(unique(cluster[happened]))
  without <- length(unique(cluster[!happened]))
  all <- length(unique(cluster))
  sum(sums(a$with) * sums(b$with)) * with / (with - 1) +
    sum(sums(a$without) * sums(b$without)) * without / (without - 1) +
    (sum(sums(a$with) * sums(b$without)) + sum(sums(a$without) * sums(b$with))) * all / (all - 1)
}
row <- seq_len(nrow(asah))
account <- (row * 7) %% 40
weight <- 1 + row %% 3
one <- rep(1, nrow(asah))
for (name in c("alone", "clusters", "weights", "both")) {
  w <- if (name %in% c("weights", "both")) weight else one
  cluster <- if (name %in% c("clusters", "both")) account else row
  a <- influence(asah$s100b, w)
  b <- influence(asah$wfns, w)
  ab <- list(with = a$with - b$with, without = a$without - b$without)
  digits(name, f(c(a$area, sqrt(covariance(a, a, cluster)), a$area - b$area, sqrt(covariance(ab, ab, cluster)))))
}
