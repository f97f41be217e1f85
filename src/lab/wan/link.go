package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"time"
)

// backlog is what a router would buffer before it drops.
const backlog = 100 * time.Millisecond

type frame struct {
	data []byte
	due  time.Time
}

// link is one direction between two sites.
type link struct {
	mu    sync.Mutex
	delay time.Duration
	rate  float64 // bytes a second; 0 is unlimited
	loss  float64 // 0 to 1
	down  bool
	busy  time.Time // when the last frame that waits will have left
	queue chan frame
}

func newLink() *link { return &link{queue: make(chan frame, 16384)} }

// send queues the frame, or drops it as a router would: when the link is down, by loss, or when too much waits.
func (l *link) send(data []byte, now time.Time) {
	due, ok := l.admit(len(data), now)
	if !ok {
		return
	}
	select {
	case l.queue <- frame{data, due}:
	default:
	}
}

// admit says when a frame of that size arrives at the other end, and false when it never does.
func (l *link) admit(size int, now time.Time) (time.Time, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.down || (l.loss > 0 && rand.Float64() < l.loss) {
		return time.Time{}, false
	}
	if l.busy.Before(now) {
		l.busy = now
	}
	if l.rate > 0 {
		if l.busy.Sub(now) > backlog {
			return time.Time{}, false
		}
		l.busy = l.busy.Add(time.Duration(float64(size) / l.rate * float64(time.Second)))
	}
	return l.busy.Add(l.delay), true
}

// deliver writes each frame when it is due. A device that doesn't take one (it is not up yet, or its site is gone)
// loses it, as a cable would.
func (l *link) deliver(out io.Writer) {
	for f := range l.queue {
		if wait := time.Until(f.due); wait > 50*time.Microsecond {
			time.Sleep(wait)
		}
		_, _ = out.Write(f.data)
	}
}

// set applies all of the settings, or none of them.
func (l *link) set(settings []string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	delay, rate, loss, down := l.delay, l.rate, l.loss, l.down
	for _, setting := range settings {
		key, value, _ := strings.Cut(setting, "=")
		var err error
		switch key {
		case "up", "down":
			down = key == "down"
		case "delay":
			delay, err = time.ParseDuration(value)
		case "rate":
			rate, err = strconv.ParseFloat(strings.TrimSuffix(value, "mbit"), 64)
			rate *= 1e6 / 8
		case "loss":
			loss, err = strconv.ParseFloat(strings.TrimSuffix(value, "%"), 64)
			loss /= 100
		default:
			err = fmt.Errorf("want delay=25ms, rate=200mbit, loss=0.1%%, up or down")
		}
		if err != nil {
			return fmt.Errorf("setting %q: %w", setting, err)
		}
	}
	if delay < 0 || rate < 0 || loss < 0 || loss > 1 {
		return fmt.Errorf("settings %q: delay and rate can't be negative, loss is from 0%% to 100%%", settings)
	}
	l.delay, l.rate, l.loss, l.down = delay, rate, loss, down
	return nil
}

func (l *link) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	state := "up"
	if l.down {
		state = "down"
	}
	return fmt.Sprintf("%s delay=%s rate=%gmbit loss=%g%%", state, l.delay, l.rate*8/1e6, l.loss*100)
}
