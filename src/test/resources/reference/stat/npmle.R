# R 4.2.2, package stats only: no package's NPMLE stops late enough.
# npmle_records.csv: intervals (left, right] in minutes, count; left = right: exact; right empty: right-censored.
# npmle.csv: the maximal log-likelihood (constant-free: sum of count times log of the probability of the interval).
# npmle_mass.csv: the Turnbull intervals (from, to] with positive mass (to empty: beyond the last finite end; from = to:
# a point). npmle_curve.csv: survival at every finite end that is not strictly inside an interval of positive mass.
# Computed by npmle_method.R.
# The maximum is unique: every maximal intersection is the start of one interval and the end of another, so the
# indicator matrix has full column rank.
source("common.R")
set.seed(20250106)

source("npmle_method.R")
diary <- function(n, hours) {
  t <- rexp(n) * 24 * exp(rnorm(n, 0, .4))
  h <- c(0, hours)
  k <- findInterval(t, h)
  data.frame(left = h[k] * 60, right = c(hours, NA)[k] * 60)
}
draw <- function(i) {
  n <- switch(sample(5, 1), sample(1:5, 1), sample(6:20, 1), sample(20:60, 1), sample(60:150, 1), if (i %% 4 == 0) 300 else 100)
  d <- switch(sample(4, 1),
    { d <- diary(n, sort(sample(c(.5, 1.5, 4, 8, 20, 24, 48, 72, 96, 168), sample(3:8, 1)))); skip <- runif(n) < .3 & d$left > 0; d$left[skip] <- 0; d },
    { a <- rexp(n) * 2000; w <- rexp(n) * 1000; data.frame(left = floor(pmax(0, a - w)), right = ceiling(a + w)) },
    { a <- sample(1:12, n, TRUE); data.frame(left = (a - sample(0:3, n, TRUE)) * 60, right = a * 60) },
    { a <- sample(1:40, n, TRUE) * 180; data.frame(left = pmax(0, a - sample(0:8, n, TRUE) * 180), right = a + sample(0:6, n, TRUE) * 180) })
  d$left <- pmax(0, d$left)
  censor <- runif(n) < sample(c(0, .1, .3), 1)
  d$right[censor] <- NA
  exact <- runif(n) < sample(c(0, 0, .2, .5), 1) & !is.na(d$right)
  d$left[exact] <- d$right[exact]
  if (runif(1) < .3) { k <- runif(n) < .2 & !is.na(d$right); d$left[k] <- 0 }
  d
}
times <- 1:4
turnbull <- rbind(data.frame(left = times, right = times, count = c(12, 6, 2, 3)), data.frame(left = times, right = NA, count = c(3, 2, 0, 3)),
  data.frame(left = 0, right = times, count = c(2, 4, 2, 5)))
convention <- data.frame(left = c(1, 8, 8, 7, 7, 17, 37, 46, 46, 45), right = c(7, 8, 10, 16, 14, NA, 44, NA, NA, NA))
printed <- list(turnbull[turnbull$count > 0, ], convention, data.frame(left = 0, right = NA), data.frame(left = 60, right = 60),
  data.frame(left = c(0, 60), right = c(60, NA)), data.frame(left = c(0, 0, 120), right = c(60, 120, 120)))
# Large and dense: a diary at few hours, all censored, all exact.
large <- list(diary(1500, c(4, 12, 24, 48, 72)), data.frame(left = c(60, 60, 120), right = NA), data.frame(left = c(60, 60, 120, 180), right = c(60, 60, 120, 180)))
sets <- c(printed, lapply(seq_len(200 - length(printed)), draw), large)
records <- fits <- masses <- curves <- list()
worst <- 0
for (id in seq_along(sets)) {
  d <- sets[[id]]
  if (is.null(d$count)) {
    key <- paste(d$left, d$right)
    d <- cbind(d[!duplicated(key), c("left", "right")], count = as.vector(table(factor(key, unique(key)))))
  }
  stopifnot(is.na(d$right) | d$right >= d$left, d$right > 0 | is.na(d$right))
  fit <- npmle(d$left, d$right, d$count)
  stopifnot(fit$gap <= 1e-10, abs(sum(fit$p) - 1) < 1e-12)
  worst <- max(worst, fit$gap)
  keep <- fit$p > 0
  lo <- fit$from[keep]; hi <- fit$to[keep]; p <- fit$p[keep]
  ends <- sort(unique(c(d$left, d$right[!is.na(d$right)])))
  inside <- sapply(ends, function(t) any(lo < 2 * t & 2 * t < hi & lo %% 2 == 1))   # strictly inside
  survival <- sapply(ends, function(t) sum(p[lo > 2 * t]))
  records[[id]] <- list(set = rep(id, nrow(d)), left = d$left, right = d$right, count = d$count)
  fits[[id]] <- list(set = id, records = sum(d$count), log_likelihood = fit$loglik, gap = fit$gap)
  masses[[id]] <- list(set = rep(id, sum(keep)), from = floor(lo / 2), to = ifelse(is.finite(hi), hi / 2, NA), mass = p)
  curves[[id]] <- list(set = rep(id, sum(!inside)), time = ends[!inside], survival = survival[!inside])
}
stopifnot(abs(curves[[1]]$survival[match(times, curves[[1]]$time)] - c(.53757, .29459, .20976, .09485)) < 6e-6)
at <- match(c(7, 8, 10, 44), curves[[2]]$time)
print(rbind(curves[[2]]$time, curves[[2]]$survival))
cat("worst gap", worst, "\n")
write_reference(bind(records), "npmle_records.csv")
for (i in seq_along(fits)) fits[[i]]$gap <- NULL
write_reference(bind(fits), "npmle.csv")
write_reference(bind(masses), "npmle_mass.csv", 13)
write_reference(bind(curves), "npmle_curve.csv", 13)
