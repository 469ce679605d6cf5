# Shared by the scripts of this folder: fixed random numbers and significant digits.
suppressPackageStartupMessages({library(survival); library(survey)})
RNGversion("4.2.2")
options(digits = 17, scipen = 0, stringsAsFactors = FALSE, warn = 1)

# A number as text; empty for what is not there.
number <- function(x, digits) ifelse(is.na(x) | is.nan(x), "", ifelse(x == round(x) & abs(x) < 1e15, sprintf("%.0f", x), sprintf("%.*g", digits, x)))

write_reference <- function(rows, file, digits = 17L) {
  text <- lapply(rows, function(column) if (is.numeric(column)) number(column, as.integer(digits)) else as.character(column))
  con <- file(file, "wb")
  writeLines(c(paste(names(rows), collapse = ","), do.call(paste, c(text, sep = ","))), con, sep = "\n")
  close(con)
}

bind <- function(list_of_frames) {
  columns <- names(list_of_frames[[1]])
  out <- lapply(columns, function(k) unlist(lapply(list_of_frames, `[[`, k)))
  names(out) <- columns
  out
}

close_to <- function(a, b, relative = 1e-9, absolute = 1e-12) {
  all(is.na(a) == is.na(b)) && all(abs(a - b) <= absolute + relative * abs(b), na.rm = TRUE)
}

# The derivatives of a vector-valued function of weights, one column a weight, by the complex step: exact to rounding.
influence <- function(f, weights) {
  sapply(seq_along(weights), function(i) {
    w <- as.complex(weights)
    w[i] <- w[i] + 1e-30i
    Im(f(w)) / 1e-30
  })
}

# Where a curve is first at or below a level; if exactly at it, the middle to the next drop or to the last time.
crossing <- function(time, y, level) {
  ok <- !is.na(y)
  k <- which(ok & y <= level + 1e-9)[1]
  if (is.na(k)) return(NA_real_)
  if (abs(y[k] - level) > 1e-9) return(time[k])
  later <- which(ok & seq_along(y) > k & y < level - 1e-9)[1]
  (time[k] + if (is.na(later)) max(time) else time[later]) / 2
}
