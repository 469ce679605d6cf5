# R 4.2.2, package stats only. Run from this folder: Rscript looks.R
#
# watched.csv: a simulated, seeded export. Bruising at 5 % of sessions, from 2025-02-10 on at 20 %; sessions without an
# answer, without a date, of another technique, and before the start of the surveillance, 2025-01-06.
#
# looks.csv, designs.csv: repeated looks by definition. After each date all rows up to it are counted anew. Poisson: the
# critical value is uniroot() of the error, the chain of counts being carried with dpois from one time s_n to the next.
# Binomial: trial by trial, each count whose likelihood ratio (a difference of log dbinom) reaches the critical value
# leaves the chain; the smallest value of the ratio with an error of at most alpha. CUSUM: session by session, those
# with the event first within a date; the limit is the smallest with solve(I - Q, 1) at least the run length.
RNGversion("4.2.2")
set.seed(20250210)
options(digits = 17, scipen = 20)

days <- seq(as.Date("2024-12-30"), as.Date("2025-03-07"), by = 1)
days <- days[!weekdays(days) %in% c("Saturday", "Sunday")]
date <- sort(sample(days, 420, replace = TRUE))
rows <- data.frame(
  patient_id = sprintf("P%03d", sample.int(150, 420, replace = TRUE)),
  session_date = as.character(date),
  technique = sample(c("deep", "superficial"), 420, replace = TRUE, prob = c(.85, .15)),
  bruising = ifelse(runif(420) < ifelse(date < as.Date("2025-02-10"), .05, .2), "yes", "no"))
rows$session_number <- ave(seq_len(420), rows$patient_id, FUN = seq_along)
rows$bruising[runif(420) < .05] <- ""
rows$session_date[sample.int(420, 7)] <- ""
rows <- rows[sample.int(420), ]
write.csv(rows, "watched.csv", row.names = FALSE, quote = FALSE)

p0 <- .05
alpha <- .05
N <- 400
M <- 4
seen <- rows[rows$bruising != "" & rows$technique == "deep" & rows$session_date >= "2025-01-06", ]
dates <- sort(unique(seen$session_date))
sessions <- sapply(dates, function(d) sum(seen$session_date <= d))
events <- sapply(dates, function(d) sum(seen$session_date <= d & seen$bruising == "yes"))

poisson_llr <- function(n, mu) ifelse(n > mu, mu - n + n * log(n / mu), 0)
poisson_error <- function(critical, T) {
  chain <- 1
  before <- 0
  n <- M
  repeat {
    s <- if (poisson_llr(n, T) >= critical) T else
      uniroot(function(mu) poisson_llr(n, mu) - critical, c(n * exp(-1 - critical / n), min(n, T)), tol = 1e-14)$root
    after <- sapply(seq_len(n), function(j) {
      from <- seq_len(min(j, length(chain)))
      sum(chain[from] * dpois(j - from, s - before))
    })
    chain <- after
    if (s >= T) return(1 - sum(chain))
    before <- s
    n <- n + 1
  }
}
binomial_llr <- function(y, n) ifelse(y > n * p0, dbinom(y, n, y / n, log = TRUE) - dbinom(y, n, p0, log = TRUE), 0)
trials_error <- function(signals) {
  chain <- c(1, numeric(N))
  error <- 0
  for (n in seq_len(N)) {
    chain <- chain * (1 - p0) + c(0, chain[-(N + 1)]) * p0
    error <- error + sum(chain[signals[n, ]])
    chain[signals[n, ]] <- 0
  }
  error
}

c_poisson <- uniroot(function(c) poisson_error(c, p0 * N) - alpha, c(1e-3, 30), tol = 1e-13)$root
n <- matrix(seq_len(N), N, N + 1)
y <- matrix(0:N, N, N + 1, byrow = TRUE)
values <- matrix(0, N, N + 1)
values[y <= n] <- binomial_llr(y[y <= n], n[y <= n])
counts <- y <= n & y >= M & y > n * p0
candidates <- sort(unique(values[counts]))
low <- 0
high <- length(candidates)
while (high - low > 1) {
  middle <- (low + high) %/% 2
  if (trials_error(counts & values >= candidates[middle]) > alpha) low <- middle else high <- middle
}
c_binomial <- candidates[high]

R <- 2
run_length <- 2000
gamma_of <- function(p1) log((1 - p0) / (1 - p1)) / log(p1 * (1 - p0) / (p0 * (1 - p1)))
odds <- R * p0 / (1 - p0)
m <- round(1 / gamma_of(odds / (1 + odds)))
mean_run <- function(h) {
  Q <- matrix(0, h, h)
  for (s in 0:(h - 1)) {
    Q[s + 1, max(s - 1, 0) + 1] <- Q[s + 1, max(s - 1, 0) + 1] + 1 - p0
    if (s + m - 1 < h) Q[s + 1, s + m] <- Q[s + 1, s + m] + p0
  }
  solve(diag(h) - Q, rep(1, h))[1]
}
h <- 1
while (mean_run(h) < run_length) h <- h + 1
B <- 0
cusum <- sapply(dates, function(d) {
  X <- sort(seen$bruising[seen$session_date == d] == "yes", decreasing = TRUE)
  for (x in X) B <<- max(0, B + x - 1 / m)
  B
})

path <- list(`maxsprt-poisson` = poisson_llr(events, p0 * sessions), `maxsprt-binomial` = binomial_llr(events, sessions),
  cusum = cusum)
boundary <- c(c_poisson, c_binomial, h / m)
first <- function(k) {
  reached <- path[[k]] >= boundary[k] - 1e-9 & (k == 3 | (sessions <= N & events >= M))
  if (any(reached)) dates[which(reached)[1]] else ""
}
looks <- data.frame(date = dates, events = events, sessions = sessions, do.call(cbind, path), check.names = FALSE)
write.csv(format(looks, digits = 16, trim = TRUE), "looks.csv", row.names = FALSE, quote = FALSE)
designs <- data.frame(method = names(path), boundary = boundary,
  attained = c(poisson_error(c_poisson, p0 * N), trials_error(counts & values >= c_binomial), mean_run(h)),
  signal = sapply(1:3, first))
write.csv(format(designs, digits = 16, trim = TRUE), "designs.csv", row.names = FALSE, quote = FALSE)
