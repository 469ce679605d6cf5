# R 4.2.2, survey 4.1-1.
# twoway.csv: column cells: "a/b:size:yes" joined by ";", the sessions of cluster a of one level and b of the other.
# design_effect: (V_a + V_b - V_ab) / (p (1 - p) / n), not below 0, with V = SE(svymean(~y, svydesign(ids = )))^2 by
# either level and by their cells (Cameron, Gelbach and Miller 2011); checked against the sum of e_i e_j / n^2 over all
# pairs of sessions that share a level, each of the three parts with its own factor m / (m - 1).
# stabilized, size: docs/methods.md with sigma 1.5 and level .95, m_w of the larger level, m the smaller number of clusters.
# shares.csv: t.test(yes / size, conf.level = level), limits clamped to [0, 1]; none where all shares are the same.
source("common.R")
set.seed(20250108)

draw <- function(i) {
  a <- sample(c(1, 2, 3, 5, 10, 30, 60), 1)
  b <- sample(c(2, 2, 3, 5, 8, 20), 1)
  n <- max(2, round(10^runif(1, .5, 2.4)))
  first <- sample(a, n, replace = TRUE)
  second <- if (i %% 4 == 0) 1 + first %% b else sample(b, n, replace = TRUE)
  yes <- rbinom(n, 1, plogis(qlogis(runif(1, .01, .6)) + rnorm(a, 0, 1)[first] + rnorm(b, 0, .7)[second]))
  if (i %% 20 == 0) yes[] <- i %% 40 == 0
  data.frame(first, second, yes)
}
large <- function(n) {
  first <- sample(25, n, replace = TRUE)
  data.frame(first, second = sample(12, n, replace = TRUE), yes = rbinom(n, 1, .2 + .01 * first))
}
sets <- c(list(data.frame(first = c(1, 1, 2, 2), second = c(1, 2, 1, 2), yes = c(1, 0, 0, 1)), data.frame(first = 1:6, second = 6:1, yes = c(0, 1, 0, 0, 1, 1)),
  data.frame(first = rep(1:3, each = 4), second = rep(1:4, 3), yes = c(1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0))), lapply(1:217, draw), lapply(1:3, function(i) large(c(600, 1200, 2000)[i])), lapply(221:270, draw))
rows <- list()
for (id in seq_along(sets)) {
  d <- sets[[id]]
  d$cell <- paste(d$first, d$second, sep = "/")
  d$w <- 1
  n <- nrow(d); y <- sum(d$yes); p <- y / n
  m <- sapply(d[c("first", "second", "cell")], function(k) length(unique(k)))
  largest <- sapply(d[c("first", "second")], function(k) max(table(k)))
  effect <- NA
  if (y > 0 && y < n && min(m) >= 2) {
    v <- sapply(c("first", "second", "cell"), function(k) as.numeric(SE(svymean(~yes, svydesign(ids = as.formula(paste0("~", k)), weights = ~w, data = d))))^2)
    e <- (d$yes - p) / n
    same <- lapply(d[c("first", "second", "cell")], function(k) outer(k, k, "=="))
    pairs <- sapply(same, function(s) sum(outer(e, e) * s)) * m / (m - 1)
    stopifnot(close_to(unname(v), unname(pairs), 1e-9, 1e-14))
    effect <- max(0, (v[[1]] + v[[2]] - v[[3]]) / (p * (1 - p) / n))
    if (effect < 1e-12) effect <- 0
  }
  stabilized <- size <- NA
  if (min(m[1:2]) >= 2 && any(largest > 1)) {
    guess <- (y + 2) / (n + 4)
    rho <- min(.3, guess * (exp(1.5^2) - 1) / (1 - guess))
    m_w <- max(sapply(d[c("first", "second")], function(k) sum(table(k)^2) / n))
    stabilized <- max(1, (y * (if (is.na(effect)) 1 else effect) + 8 * (1 + rho * (m_w - 1))) / (y + 8))
    size <- min(n, n / stabilized * (qt(.025, n - 1) / qt(.025, min(m[1:2]) - 1))^2)
  }
  counts <- tapply(d$yes, d$cell, length); events <- tapply(d$yes, d$cell, sum)
  rows[[id]] <- list(set = id, n = n, events = y, clusters = min(m[1:2]), design_effect = effect, stabilized = stabilized, size = size,
    cells = paste(names(counts), counts, events, sep = ":", collapse = ";"))
}
write_reference(bind(rows), "twoway.csv", 13)

rows <- list()
for (id in 1:280) {
  m <- if (id <= 5) id else sample(c(2:8, 20, 60, 200), 1)
  size <- switch(sample(3, 1), rep(sample(1:9, 1), m), 1 + rpois(m, runif(1, 0, 6)), sample(c(1, 5, 39, 40, 41, 42, 120), m, replace = TRUE))
  yes <- rbinom(m, size, plogis(qlogis(sample(c(.001, .05, .3, .9), 1)) + rnorm(m)))
  level <- sample(c(.5, .9, .95, .9999), 1)
  share <- yes / size
  differ <- length(unique(share)) > 1
  limits <- if (differ) pmin(1, pmax(0, t.test(share, conf.level = level)$conf.int)) else c(NA, NA)
  rows[[id]] <- list(set = id, level = level, mean = mean(share), lower = limits[1], upper = limits[2], pairs = paste(size, yes, sep = ":", collapse = ";"))
}
write_reference(bind(rows), "shares.csv", 13)
