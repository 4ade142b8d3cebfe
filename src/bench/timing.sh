# Sourced by the scripts here: alternating runs of whole processes, medians of wall and processor time.
#
#   work    a folder for the figures, made and removed by who sources this

export TIMEFORMAT='%R %U %S'

# timed NAME COMMAND...: one run, its figures added to those of NAME. A run that finds something may
# exit with 1, and some tools with other numbers; none but these count as work done.
timed() {
    local name=$1 status=0
    shift
    { time "$@" >"$work/out" 2>"$work/errors" || status=$?; } 2>>"$work/$name.figures"
    case " ${accepted:-0 1} " in
        *" $status "*) ;;
        *)
            printf '%s exited with %s:\n' "$name" "$status" >&2
            tail -n 5 "$work/out" "$work/errors" >&2
            return 1
            ;;
    esac
}

# wall NAME, cpu NAME: medians of its runs in milliseconds.
wall() { awk '{ print $1 * 1000 }' "$work/$1.figures" | median; }
cpu() { awk '{ print ($2 + $3) * 1000 }' "$work/$1.figures" | median; }
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# ratio NAME OTHER: the median of the ratios of runs that followed one another.
ratio() { paste "$work/$1.figures" "$work/$2.figures" | awk '$4 > 0 { print $1 / $4 }' | median; }

machine() {
    local model
    model=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
    printf '%s, %s processors, %s, load %s\n' "$(date -u +%Y-%m-%d)" "$(getconf _NPROCESSORS_ONLN)" \
        "${model:-$(uname -m)}" "$(uptime | sed 's/.*averages\{0,1\}: *//')"
}
