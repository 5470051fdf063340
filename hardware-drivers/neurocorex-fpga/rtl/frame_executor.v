// Carries out requests, each once, and has them answered.
`default_nettype none

module frame_executor #(
    parameter NEURONS = 90
) (
    input  wire        clock,
    input  wire        reset,
    input  wire        start,           // a frame is complete
    input  wire        open,            // the key came while the extension was off
    output wire        done,
    output reg         locked,          // the extension is on
    // The frame.
    input  wire        key,
    input  wire        too_long,
    input  wire        intact,
    input  wire [ 7:0] op,
    input  wire [ 7:0] number,
    input  wire [15:0] length,
    input  wire [31:0] crc,
    output wire [10:0] payload_address,
    input  wire [ 7:0] payload,
    input  wire        dropped,         // a byte outside of frames
    // The core.
    input  wire        core_ready,
    output wire        host,
    output reg  [ 3:0] region,
    output wire [ 7:0] row,
    output wire [ 6:0] column,
    output wire [ 3:0] part,
    input  wire [ 7:0] value,
    output wire        write,
    output wire        set_events,
    output wire        set_forced,
    output wire [ 3:0] eighth,
    output wire        step,
    input  wire [95:0] spiked,
    input  wire [31:0] steps,
    output wire        reset_core,
    // The answer.
    output reg         send,
    input  wire        sent,
    output reg  [ 7:0] answer_op,
    output reg  [ 7:0] answer_number,
    output reg  [ 7:0] status,
    output reg  [10:0] answer_length,
    output wire [10:0] answer_address,
    output reg  [ 7:0] answer,
    output wire        answer_write
);
  localparam [7:0] HELLO = 8'd1, BYE = 8'd2, WRITE = 8'd3, READ = 8'd4, RUN = 8'd5, RESET = 8'd6;
  localparam [7:0] OK = 8'd0, WRONG_CRC = 8'd1, UNKNOWN = 8'd2, OUTSIDE = 8'd3;
  localparam [3:0] COUNTERS = 4'd9;
  localparam [10:0] GREETING = 11'd12, STEP_BYTES = 11'd24;

  localparam [4:0] REST = 5'd0, NONCE = 5'd1, NONCE_BYTE = 5'd2, GREET = 5'd3, HEADER = 5'd4,
      HEADER_BYTE = 5'd5, CHECK = 5'd6, WALK = 5'd7, WALKING = 5'd8, FETCH = 5'd9, MEMORY = 5'd10,
      PUT = 5'd11, TAKE = 5'd12, STORE = 5'd13, MEASURE = 5'd14, BITS = 5'd16,
      BITS_BYTE = 5'd17, STEP = 5'd18, STEPPING = 5'd19, SPIKES = 5'd20, RESETTING = 5'd21,
      ANSWER = 5'd22, SENDING = 5'd23;

  reg [4:0] phase;
  reg [10:0] position;     // in the payload
  reg [7:0] header[0:4];   // region, address, count
  reg [10:0] left;         // bytes to read or write, of steps to measure
  reg [10:0] written;      // bytes of the answer
  reg [4:0] index;         // of a byte in a bit set, in the greeting
  reg [31:0] nonce;
  reg stepped;             // a step began in the last clock: `core_ready` doesn't know yet
  reg resetting;

  // What was carried out last.
  reg known;
  reg [7:0] last_op, last_number, last_status;
  reg [31:0] last_crc;
  reg [10:0] last_length;
  wire again = known && op == last_op && number == last_number && crc == last_crc;

  // Counters.
  reg [31:0] good, bad, discarded, repeated;
  always @(posedge clock) discarded <= reset ? 32'd0 : discarded + {31'd0, dropped};

  assign done = phase == REST;
  assign payload_address = position;
  assign host = phase == FETCH || phase == MEMORY || phase == PUT || phase == TAKE
                || phase == STORE;

  // Places.
  wire walked;
  wire [13:0] size;
  wire [15:0] address = {header[2], header[1]};
  wire [15:0] read_count = {header[4], header[3]};
  wire [15:0] count = op == READ ? read_count : length - 16'd3;
  wire fits = header[0] <= {4'd0, COUNTERS} && {1'b0, address} + {1'b0, count} <= {3'd0, size}
              && count != 16'd0 && count <= 16'd2040
              && (op == READ || region != COUNTERS);
  place_walker places (
      .clock(clock),
      .reset(reset),
      .start(phase == WALK),
      .region(region),
      .address(address[13:0]),
      .done(walked),
      .advance(phase == PUT || phase == STORE),
      .size(size),
      .row(row),
      .column(column),
      .part(part)
  );
  assign write = phase == STORE;

  wire [2:0] header_bytes = op == READ ? 3'd5 : 3'd3;
  wire length_fits =
      op == HELLO ? length == 16'd4 :
      op == WRITE ? length > 16'd3 :
      op == READ ? length == 16'd5 :
      op == RUN ? length != 16'd0 : length == 16'd0;

  // Steps.
  assign set_events = phase == BITS_BYTE && index < 5'd12;
  assign set_forced = phase == BITS_BYTE && index >= 5'd12;
  assign eighth = index < 5'd12 ? index[3:0] : index[3:0] - 4'd12;
  assign step = phase == STEP && core_ready;
  assign reset_core = phase == RESETTING && !resetting;

  // The answer's bytes. A run's begins with the number of steps, known only when all are done.
  reg [1:0] digit;
  wire [127:0] counters = {repeated, discarded, bad, good};
  wire [95:0] greeting =
      {16'd2040, 16'd3, NEURONS[7:0], 8'd96, 8'd0, 8'd1, nonce};
  assign answer_address = phase == ANSWER && op == RUN ? {9'd0, digit} : written;
  assign answer_write = phase == GREET || phase == PUT || phase == SPIKES
                        || (phase == ANSWER && op == RUN && fresh && status == OK);
  always @(*)
    case (phase)
      GREET: answer = greeting[{index[3:0], 3'd0}+:8];
      SPIKES: answer = spiked[{index[3:0], 3'd0}+:8];
      PUT: answer = region == COUNTERS ? counters[{column[3:0], 3'd0}+:8] : value;
      default: answer = steps[{digit, 3'd0}+:8];
    endcase

  reg fresh;  // carried out now, not sent again

  task refuse(input [7:0] why);
    begin
      status        <= why;
      answer_length <= 11'd0;
      phase         <= ANSWER;
    end
  endtask

  always @(posedge clock) begin
    send <= 1'b0;
    stepped <= step;
    if (reset) begin
      phase    <= REST;
      known    <= 1'b0;
      locked   <= 1'b0;
      nonce    <= 32'd0;
      good     <= 32'd0;
      bad      <= 32'd0;
      repeated <= 32'd0;
    end else begin
      if (phase == GREET || phase == PUT || phase == SPIKES) written <= written + 11'd1;
      case (phase)
        REST: begin
          position      <= 11'd0;
          written       <= 11'd0;
          index         <= 5'd0;
          digit         <= 2'd0;
          resetting     <= 1'b0;
          fresh         <= 1'b0;
          status        <= OK;
          answer_op     <= op;
          answer_number <= number;
          if (open || (start && key)) begin
            locked        <= 1'b1;
            known         <= 1'b0;
            answer_op     <= HELLO;
            answer_number <= 8'd0;
            phase         <= GREET;
          end else if (start) begin
            if (too_long) begin
              bad <= bad + 32'd1;
              refuse(UNKNOWN);
            end else if (!intact) begin
              bad <= bad + 32'd1;
              refuse(WRONG_CRC);
            end else begin
              good <= good + 32'd1;
              if (op != HELLO && again) begin
                repeated      <= repeated + 32'd1;
                status        <= last_status;
                answer_length <= last_length;
                phase         <= ANSWER;
              end else begin
                fresh         <= 1'b1;
                left          <= length[10:0];
                answer_length <= 11'd0;
                phase <= op == HELLO ? NONCE : op == RUN ? MEASURE : op == RESET ? RESETTING :
                         op == BYE ? ANSWER : HEADER;
                if (op == 8'd0 || op > RESET || !length_fits) refuse(UNKNOWN);
              end
            end
          end
        end

        // HELLO, and the answer to the key.
        NONCE: phase <= NONCE_BYTE;
        NONCE_BYTE: begin
          nonce    <= {payload, nonce[31:8]};
          position <= position + 11'd1;
          phase    <= position == 11'd3 ? GREET : NONCE;
        end
        GREET: begin
          index         <= index + 5'd1;
          answer_length <= GREETING;
          if (index == 5'd11) phase <= ANSWER;
        end

        // READ and WRITE begin with the bytes that say what.
        HEADER: phase <= HEADER_BYTE;
        HEADER_BYTE: begin
          header[position[2:0]] <= payload;
          if (position == 11'd0) region <= payload[3:0];
          position <= position + 11'd1;
          phase    <= position[2:0] + 3'd1 == header_bytes ? CHECK : HEADER;
        end
        CHECK: begin
          left <= count[10:0];
          if (fits) phase <= WALK;
          else refuse(OUTSIDE);
        end
        WALK: phase <= WALKING;
        WALKING: if (walked) phase <= op == READ ? FETCH : TAKE;

        // READ: a byte in three clocks.
        FETCH: phase <= MEMORY;
        MEMORY: phase <= PUT;
        PUT: begin
          left          <= left - 11'd1;
          answer_length <= written + 11'd1;
          phase         <= left == 11'd1 ? ANSWER : FETCH;
        end

        // WRITE: a byte in two.
        TAKE: phase <= STORE;
        STORE: begin
          position <= position + 11'd1;
          left     <= left - 11'd1;
          phase    <= left == 11'd1 ? ANSWER : TAKE;
        end

        // RUN: whole steps only. The counter's bytes are left free.
        MEASURE:
        if (left == 11'd0) begin
          left    <= length[10:0];
          written <= 11'd4;
          phase   <= BITS;
        end else if (left < STEP_BYTES) refuse(UNKNOWN);
        else left <= left - STEP_BYTES;
        BITS: phase <= BITS_BYTE;
        BITS_BYTE: begin
          position <= position + 11'd1;
          left     <= left - 11'd1;
          index    <= index == 5'd23 ? 5'd0 : index + 5'd1;
          phase    <= index == 5'd23 ? STEP : BITS;
        end
        STEP: if (core_ready) phase <= STEPPING;
        STEPPING: if (core_ready && !stepped) phase <= SPIKES;
        SPIKES: begin
          index         <= index == 5'd11 ? 5'd0 : index + 5'd1;
          answer_length <= written + 11'd1;
          if (index == 5'd11) phase <= left == 11'd0 ? ANSWER : BITS;
        end

        RESETTING: begin
          resetting <= 1'b1;
          if (resetting && core_ready && !reset_core) phase <= ANSWER;
        end

        ANSWER: begin
          digit <= digit + 2'd1;
          if (op != RUN || !fresh || digit == 2'd3) begin
            send  <= 1'b1;
            phase <= SENDING;
          end
          if (fresh) begin
            known       <= 1'b1;
            last_op     <= op;
            last_number <= number;
            last_crc    <= crc;
            last_status <= status;
            last_length <= answer_length;
          end
        end
        default:
        if (!send && sent) begin
          if (op == BYE && status == OK && fresh) begin
            locked <= 1'b0;
            nonce  <= 32'd0;
          end
          phase <= REST;
        end
      endcase
    end
  end
endmodule

`default_nettype wire
