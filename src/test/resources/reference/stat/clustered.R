# R 4.2.2, survey 4.1-1.
# Column clusters: "size:yes" pairs joined by ";". design_effect: v / (p (1 - p) / n) with v = m / (m - 1) sum z_i^2,
# z_i = (yes_i - p size_i) / n, and the same from SE(svymean(~y, svydesign(ids = ~cluster, weights = ~1)))^2.
# kg_*: Korn-Graubard limits with effective size capped at n; where the design effect is at least 1 the same as
# svyciprop(~y, design, method = "beta", level =). st_*: the stabilized design effect of docs/methods.md
# (sigma 1.5; st2_*: sigma 2) by its definition. Empty: not defined (no or all events; fewer than two clusters or none
# with two sessions), where the method falls back to Clopper-Pearson.
source("common.R")
set.seed(20250103)

beta_limits <- function(p, size, level) {
  a <- (1 - level) / 2
  c(if (p == 0) 0 else qbeta(a, size * p, size * (1 - p) + 1), if (p == 1) 1 else qbeta(a, size * p + 1, size * (1 - p), lower.tail = FALSE))
}
effective_size <- function(n, m, d, level) {
  a <- (1 - level) / 2
  if (d == 0) n else min(n, n / d * (qt(a, n - 1) / qt(a, m - 1))^2)
}
draw <- function() {
  m <- switch(sample(3, 1), sample(1:6, 1), sample(5:40, 1), sample(40:300, 1))
  size <- switch(sample(4, 1), rep(sample(1:9, 1), m), 1 + rpois(m, runif(1, 0, 6)), pmin(80, 1 + rgeom(m, runif(1, .05, .6))), ifelse(runif(m) < .5, 1L, 6L))
  eta <- switch(sample(3, 1), qlogis(10^runif(1, -3.5, -.5)), qlogis(runif(1, .05, .95)), qlogis(.01))
  yes <- rbinom(m, size, plogis(eta + rnorm(m, 0, sample(c(0, .7, 1.5, 3), 1))))
  list(size = size, yes = yes)
}
spread <- function(size, table) do.call(rbind, lapply(names(table), function(k) cbind(rep(size, table[[k]]), as.integer(k))))
liang <- rbind(spread(1, list(`0` = 36, `1` = 12)), spread(2, list(`0` = 15, `1` = 7, `2` = 1)), spread(3, list(`0` = 5, `1` = 7, `2` = 3, `3` = 2)),
  spread(4, list(`0` = 3, `1` = 3, `2` = 1)), spread(6, list(`0` = 1, `2` = 1, `3` = 1, `4` = 1, `6` = 1)))
printed <- list(
  list(size = liang[, 1], yes = liang[, 2]),                                          # Liang 1992
  list(size = rep(8, 375), yes = rep(0, 375)),
  list(size = rep(8, 375), yes = c(2, 1, 1, rep(0, 372))),
  list(size = rep(1, 30), yes = rep(0:1, c(25, 5))),
  list(size = 12, yes = 3),
  list(size = rep(2, 10), yes = rep(1, 10)),                                          # no variance between clusters
  list(size = c(4, 4, 4), yes = c(4, 4, 4)),
  list(size = c(5, 1), yes = c(0, 1)))
sets <- c(printed, replicate(290 - length(printed), draw(), simplify = FALSE))

row <- function(id, s) {
  size <- s$size; yes <- s$yes; n <- sum(size); y <- sum(yes); m <- length(size); p <- y / n
  out <- list(id = id, n = n, events = y, clusters = m, rate = p, largest = max(size))
  clustered <- m >= 2 && max(size) >= 2
  mixed <- y > 0 && y < n
  d <- NA
  if (m >= 2 && mixed) {
    z <- (yes - p * size) / n
    d <- m / (m - 1) * sum(z^2) / (p * (1 - p) / n)
    if (d < 1e-20) d <- 0
    long <- data.frame(y = unlist(Map(function(k, s) rep(1:0, c(k, s - k)), yes, size)), cluster = rep(seq_len(m), size), w = 1)
    design <- svydesign(ids = ~cluster, weights = ~w, data = long)
    mean <- svymean(~y, design)
    stopifnot(close_to(as.numeric(SE(mean))^2 / (p * (1 - p) / n), d, 1e-8, 1e-12))
  }
  out$design_effect <- d
  for (level in c(.95, .90)) {
    tag <- as.character(round(level * 100))
    keys <- paste0(c("kg_size_", "kg_lower_", "kg_upper_"), tag)
    values <- c(NA, NA, NA)
    if (clustered && mixed) {
      size_star <- effective_size(n, m, d, level)
      values <- c(size_star, beta_limits(p, size_star, level))
      if (d >= 1) stopifnot(close_to(values[2:3], as.numeric(confint(svyciprop(~y, design, method = "beta", level = level))), 1e-7, 1e-10))
    }
    out[keys] <- as.list(values)
  }
  for (sigma in c(1.5, 2)) {
    prefix <- if (sigma == 2) "st2" else "st"
    d_star <- NA
    if (clustered) {
      p_tilde <- (y + 2) / (n + 4)
      rho <- min(.3, p_tilde * (exp(sigma^2) - 1) / (1 - p_tilde))
      d0 <- 1 + rho * (sum(size^2) / n - 1)
      d_star <- max(1, (y * (if (mixed) d else 1) + 8 * d0) / (y + 8))
    }
    out[[paste0(prefix, "_effect")]] <- d_star
    for (level in c(.95, .90)) {
      keys <- paste0(prefix, c("_size_", "_lower_", "_upper_"), round(level * 100))
      values <- c(NA, NA, NA)
      if (clustered) {
        size_star <- effective_size(n, m, d_star, level)
        values <- c(size_star, beta_limits(p, size_star, level))
      }
      out[keys] <- as.list(values)
    }
  }
  pairs <- paste(size, yes, sep = ":")
  runs <- rle(sort(pairs))
  out$pairs <- paste(ifelse(runs$lengths > 1, paste0(runs$lengths, "x"), ""), runs$values, sep = "", collapse = ";")
  out
}
rows <- bind(Map(row, seq_along(sets), sets))
agree <- function(i, column, value) stopifnot(abs(rows[[column]][i] - value) < 6e-10)
agree(1, "kg_lower_90", .228983517); agree(1, "kg_upper_90", .369513993)
agree(1, "st_lower_95", .217667461); agree(1, "st_upper_95", .383334287)
agree(1, "st_lower_90", .229052287); agree(1, "st_upper_90", .369429421)
agree(2, "st_upper_95", .001284748); agree(2, "st_upper_90", .001042078)
agree(3, "st_lower_95", .000294188); agree(3, "st_upper_95", .003775277)
stopifnot(abs(rows$st_effect[1:3] - c(1.589560, 1.039583, 1.244375)) < 6e-7, abs(rows$st_size_95[2] - 2869.4410) < 6e-5,
  abs(rows$design_effect[1] - 1.592897) < 6e-7, abs(rows$kg_lower_95[1] - .2175886) < 6e-8, abs(rows$kg_upper_95[1] - .3834342) < 6e-8)
write_reference(rows, "clustered.csv", 13)
