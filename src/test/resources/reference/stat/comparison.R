# R 4.2.2, survey 4.1-1, geepack 1.3.9 and package stats.
# comparison.csv: column cells: "cluster/stratum:size:yes" joined by ";". m: clusters.
# Of the first two strata alone (second against first), by svyglm(yes ~ stratum, svydesign(ids = ~cluster, weights = ~1)):
# rd, rd_se: family gaussian; log_rr, log_rr_se: quasipoisson (modified Poisson); log_or, log_or_se: quasibinomial.
# Checked: the same standard errors from geeglm(id = cluster, corstr = "independence") times sqrt(m / (m - 1)).
# Empty: a cell without sessions with the event (rr), or also one with nothing else (or), or fewer than two clusters.
# mn_lower, mn_upper: Miettinen-Nurminen limits of the difference by the closed form of the constrained estimate,
# checked against one found by optimize() and against the score at the limits.
# Of all strata: f, df1, df2, p: svychisq(~stratum + yes, design), the second-order Rao-Scott test; fisher: fisher.test.
source("common.R")
suppressPackageStartupMessages(library(geepack))
set.seed(20250109)

constrained <- function(y1, n1, y2, n2, d) {
  n <- n1 + n2; y <- y1 + y2
  l3 <- n; l2 <- (n1 + 2 * n2) * d - n - y; l1 <- (n2 * d - n - 2 * y2) * d + y; l0 <- y2 * d * (1 - d)
  q <- l2^3 / (3 * l3)^3 - l1 * l2 / (6 * l3^2) + l0 / (2 * l3)
  p <- sign(q) * sqrt(max(0, l2^2 / (3 * l3)^2 - l1 / (3 * l3)))
  a <- if (p == 0) pi / 2 else (pi + acos(max(-1, min(1, q / p^3)))) / 3
  min(1, max(0, 2 * p * cos(a) - l2 / (3 * l3)))
}
score <- function(y1, n1, y2, n2, d, p2 = constrained(y1, n1, y2, n2, d)) {
  p1 <- min(1, max(0, p2 + d))
  v <- (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * (n1 + n2) / (n1 + n2 - 1)
  (y1 / n1 - y2 / n2 - d) / sqrt(v)
}
miettinen_nurminen <- function(y1, n1, y2, n2, level) {
  z <- qnorm((1 - level) / 2, lower.tail = FALSE)
  e <- 1e-12
  d <- y1 / n1 - y2 / n2
  solve <- function(sign) {
    f <- function(x) score(y1, n1, y2, n2, x) - sign * z
    ends <- if (sign > 0) c(-1 + e, d - e) else c(d + e, 1 - e)
    if (ends[1] >= ends[2]) return(d)
    uniroot(f, ends, tol = 1e-14, maxiter = 5000)$root
  }
  limits <- c(solve(1), solve(-1))
  for (k in 1:2) if (abs(limits[k]) < .999) {
    x <- limits[k]
    l <- function(p2) { p1 <- p2 + x; sum(c(y1, n1 - y1, y2, n2 - y2) * log(pmax(1e-300, c(p1, 1 - p1, p2, 1 - p2)))) }
    p2 <- optimize(l, c(max(0, -x), min(1, 1 - x)), maximum = TRUE, tol = 1e-10)$maximum
    stopifnot(abs(score(y1, n1, y2, n2, x, p2) - c(1, -1)[k] * z) < 1e-2)
  }
  limits
}
draw <- function(i) {
  m <- sample(c(1, 2, 4, 8, 15, 30, 60), 1, prob = c(.3, .5, 1, 2, 2, 2, 1))
  k <- sample(2:4, 1)
  n <- max(k + 1, round(10^runif(1, .8, 2.3)))
  cluster <- if (i %% 3 == 0) seq_len(n) else sample(m, n, replace = TRUE)
  stratum <- if (i %% 5 == 0) 1 + cluster %% k else sample(k, n, replace = TRUE)
  yes <- rbinom(n, 1, plogis(qlogis(sample(c(.03, .1, .3, .7), 1)) + rnorm(max(cluster), 0, 1)[cluster] + .4 * stratum))
  data.frame(cluster, stratum, yes)
}
printed <- list(data.frame(cluster = 1:8, stratum = rep(1:2, each = 4), yes = c(0, 0, 0, 0, 1, 1, 1, 1)),
  data.frame(cluster = rep(1:3, 4), stratum = rep(1:2, 6), yes = rep(c(0, 1, 1, 0), 3)), data.frame(cluster = 1:40, stratum = rep(1:2, 20), yes = 0))
sets <- c(printed, Filter(function(d) length(unique(d$stratum)) >= 2, lapply(1:420, draw)))[1:370]
rows <- list()
agree_within <- function(a, b) stopifnot(abs(a - b) <= 1e-6 * abs(b) + 1e-9)
for (id in seq_along(sets)) {
  d <- sets[[id]]
  d$stratum <- match(d$stratum, sort(unique(d$stratum)))
  d$w <- 1
  d <- d[order(d$cluster, d$stratum), ]
  two <- d[d$stratum <= 2, ]
  two$x <- as.numeric(two$stratum == 2)
  m <- length(unique(two$cluster))
  y <- tapply(two$yes, two$x, sum); n <- tapply(two$yes, two$x, length)
  out <- list(set = id, strata = max(d$stratum), m = m)
  both <- length(unique(two$x)) == 2
  design <- if (m >= 2) svydesign(ids = ~cluster, weights = ~w, data = two)
  fits <- function(name, possible, svy, gee) {
    v <- c(NA, NA)
    if (possible && m >= 2) {
      f <- svyglm(yes ~ x, design, family = svy, epsilon = 1e-14, maxit = 200)
      v <- c(coef(f)[[2]], sqrt(vcov(f)[2, 2]))
      if (v[2] < 1e-10) v[2] <- 0
      if (id %% 4 == 0 && v[2] > 0) {
        g <- geeglm(yes ~ x, data = two, id = cluster, family = gee, corstr = "independence", control = geese.control(epsilon = 1e-12, maxit = 200))
        agree_within(sqrt(vcov(g)[2, 2] * m / (m - 1)), v[2])
      }
    }
    out[paste0(name, c("", "_se"))] <<- as.list(v)
  }
  fits("rd", both, gaussian(), gaussian())
  fits("log_rr", both && all(y > 0), quasipoisson(), poisson())
  fits("log_or", both && all(y > 0 & y < n), quasibinomial(), binomial())
  out$level <- c(.9, .95, .5, .99)[id %% 4 + 1]
  out[c("mn_lower", "mn_upper")] <- as.list(miettinen_nurminen(y[[2]], n[[2]], y[[1]], n[[1]], out$level))
  out[c("f", "df1", "df2", "p", "fisher")] <- NA
  if (sum(d$yes) > 0 && any(d$yes == 0)) {
    if (length(unique(d$cluster)) >= 2) {
      test <- suppressWarnings(svychisq(~stratum + yes, svydesign(ids = ~cluster, weights = ~w, data = d)))
      # no variation between clusters in what is tested, where svychisq divides by rounding (F negative or above 1e10): not defined
      share <- tapply(d$yes, d$stratum, mean)[d$stratum]
      z <- tapply(d$yes - share, paste(d$cluster, d$stratum), sum)
      if (test$statistic >= 0 && test$statistic < 1e10 && (any(abs(z) > 1e-9) || any(table(d$stratum, d$yes) == 0))) out[c("f", "df1", "df2", "p")] <- as.list(c(test$statistic, test$parameter, test$p.value))
    }
    out$fisher <- fisher.test(table(d$stratum, d$yes), workspace = 2e7)$p.value
  }
  cell <- paste(d$cluster, d$stratum, sep = "/")
  out$cells <- paste(unique(cell), table(factor(cell, unique(cell))), tapply(d$yes, factor(cell, unique(cell)), sum), sep = ":", collapse = ";")
  rows[[id]] <- out
}
write_reference(bind(rows), "comparison.csv", 13)
