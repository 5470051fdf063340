// On-chip STDP of one matrix, in two passes a step: `learn` changes weights, `age` counts windows
// down.
//
// As spikes arrive: depression of the columns that spiked, where the row's window is open; windows
// of these columns open; potentiation of the rows that spiked, where the column's window is open;
// windows of these rows open. In the published order rows come first, for recurrent synapses each
// row followed by the same neuron's column, and windows open after they were counted down, so that
// they don't lose their first step. (Rows of the FF matrix open before depression, too.)
//
// A synapse a clock: its address goes out, a clock later weight and enable bits are here and the
// changed weight is written. Addresses of a scan differ, so reads never meet their own writes.
`default_nettype none

module learning_update #(
    parameter RECURRENT = 0  // rows and columns are the same neurons: no synapse to oneself
) (
    input  wire        clock,
    input  wire        reset,
    input  wire        learn,
    input  wire        age,
    input  wire        forget,          // closes all windows
    output wire        done,
    input  wire        frozen,          // neither learns nor ages
    input  wire        published_order,
    input  wire        low_bit_first,   // of enable bits
    // What it learns by.
    input  wire [ 6:0] pre_window,      // steps
    input  wire [ 6:0] post_window,
    input  wire [ 7:0] potentiation,    // added to a weight, unsigned
    input  wire [ 7:0] depression,      // taken from it, unsigned
    input  wire signed [7:0] floor,     // depression doesn't go below
    // Who spiked: lists of columns and of rows.
    input  wire [ 6:0] pre_spikes,
    input  wire [ 6:0] post_spikes,
    output wire [ 6:0] spike_index,     // in either list
    input  wire [ 6:0] pre_slot,        // at that index
    input  wire [ 6:0] post_slot,
    // The matrix.
    output wire [13:0] read_address,
    input  wire signed [7:0] weight,
    input  wire [ 7:0] enables,
    output reg  [13:0] write_address,
    output wire signed [7:0] new_weight,
    output wire        write,
    // The host looks at windows and sets them, while `done`.
    input  wire        host,
    input  wire [ 6:0] host_slot,
    output wire [ 6:0] pre_count,
    output wire [ 6:0] post_count,
    input  wire [ 6:0] host_count,
    input  wire        host_write_pre,
    input  wire        host_write_post
);
  localparam [2:0] REST = 3'd0, DEPRESS = 3'd1, OPEN_PRE = 3'd2, POTENTIATE = 3'd3,
      OPEN_POST = 3'd4, AGE = 3'd5;
  localparam [6:0] LAST = 7'd95;

  reg [2:0] phase;
  reg [6:0] spike;    // index of the spike whose synapses are scanned
  reg [6:0] slot;     // scanned
  reg aging;          // in this pass
  reg forgetting;

  reg write_back;
  assign done = phase == REST && !write_back;
  assign spike_index = spike;

  wire more_pre = spike != pre_spikes;
  wire more_post = spike != post_spikes;
  wire potentiating = phase == POTENTIATE && more_post;
  wire depressing = phase == DEPRESS && more_pre;
  wire [6:0] row = phase == DEPRESS ? slot : post_slot;
  wire [6:0] column = phase == DEPRESS ? pre_slot : slot;
  assign read_address = {row, column};

  // Windows.
  wire opening_pre = phase == OPEN_PRE && more_pre;
  wire opening_post = phase == OPEN_POST && more_post;
  wire sweeping = phase == AGE;
  window_counters pre_windows (
      .clock(clock),
      .slot(host ? host_slot : opening_pre ? pre_slot : slot),
      .count(pre_count),
      .write(host ? host_write_pre : sweeping || opening_pre),
      .new_count(host ? host_count : opening_pre ? pre_window :
                 pre_count == 7'd0 || forgetting ? 7'd0 : pre_count - 7'd1)
  );
  window_counters post_windows (
      .clock(clock),
      .slot(host ? host_slot : opening_post ? post_slot : slot),
      .count(post_count),
      .write(host ? host_write_post : sweeping || opening_post),
      .new_count(host ? host_count : opening_post ? post_window :
                 post_count == 7'd0 || forgetting ? 7'd0 : post_count - 7'd1)
  );

  // The synapse whose address went out a clock ago.
  reg upward;
  wire signed [9:0] change = upward ? $signed({2'b00, potentiation}) : -$signed({2'b00, depression});
  wire signed [9:0] changed = $signed({{2{weight[7]}}, weight}) + change;
  wire signed [9:0] lowest = {{2{floor[7]}}, floor};
  wire [2:0] place = write_address[2:0];
  assign new_weight =
      upward && changed > 10'sd127 ? 8'sd127 :
      !upward && changed < lowest ? floor : changed[7:0];
  assign write = write_back && enables[low_bit_first ? place : ~place];

  wire itself = RECURRENT != 0 && row == column + 7'd1;  // slots of rows are one further
  always @(posedge clock) begin
    write_address <= read_address;
    upward        <= potentiating;
    write_back    <= !reset && !itself && ((potentiating && pre_count != 7'd0)
                                           || (depressing && post_count != 7'd0));
  end

  wire scanned = slot == LAST;
  wire interleaved = RECURRENT != 0 && published_order;

  always @(posedge clock) begin
    if (reset) begin
      phase      <= AGE;
      forgetting <= 1'b1;
      aging      <= 1'b1;
      spike      <= 7'd0;
      slot       <= 7'd0;
    end else begin
      case (phase)
        REST: begin
          aging      <= age;
          forgetting <= forget;
          if (forget || (age && !frozen)) phase <= AGE;
          else if (learn && !frozen) phase <= published_order ? POTENTIATE : DEPRESS;
        end
        DEPRESS:
        if (!more_pre) begin
          spike <= 7'd0;
          phase <= published_order ? REST : OPEN_PRE;
        end else begin
          slot <= scanned ? 7'd0 : slot + 7'd1;
          if (scanned) spike <= spike + 7'd1;
          if (scanned && interleaved) phase <= POTENTIATE;
        end
        OPEN_PRE: begin
          spike <= more_pre ? spike + 7'd1 : 7'd0;
          if (!more_pre) phase <= aging ? OPEN_POST : POTENTIATE;
        end
        POTENTIATE:
        if (!more_post) begin
          spike <= 7'd0;
          phase <= interleaved ? REST : OPEN_POST;
        end else begin
          slot <= scanned ? 7'd0 : slot + 7'd1;
          if (scanned && interleaved) phase <= DEPRESS;
          else if (scanned) spike <= spike + 7'd1;
        end
        OPEN_POST: begin
          spike <= more_post ? spike + 7'd1 : 7'd0;
          if (!more_post) phase <= published_order && !aging ? DEPRESS : REST;
        end
        default: begin
          slot <= scanned ? 7'd0 : slot + 7'd1;
          if (scanned) phase <= published_order && !forgetting ? OPEN_PRE : REST;
        end
      endcase
    end
  end
endmodule

`default_nettype wire
